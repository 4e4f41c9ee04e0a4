import { describe, expect, it } from '@jest/globals';
import { parseEnvelope, sealEnvelope } from '@proofrail/core/canonical';
import { parseKey, platformKey } from '@proofrail/core/ledger';
import type { ObjectKey } from '@proofrail/core/ports';
import { bytesOf, codes, testSigner } from '../ledger/small-ledger.ts';
import { intent, OWN, witnessedLedger, type WitnessedLedger } from '../ledger/witnessed-ledger.ts';
import { SEAL_TIME } from '../seal/sealed-ledger.ts';
import { erase, sealingDesk, trusting, verdict, why } from './sealing-desk.ts';

const HOUR = 3_600_000;
const countersignatures = ({ store }: WitnessedLedger): ObjectKey[] =>
  store.keys().filter((key) => parseKey(key)?.kind === 'countersignature');

describe('a countersignature', () => {
  async function erased() {
    const one = witnessedLedger();
    await one.log().append(intent());
    await one.log().append(intent());
    const desk = sealingDesk(one);
    await desk.seal();
    erase(one);
    const [first, second] = countersignatures(one);
    if (first === undefined || second === undefined) throw new Error('not countersigned');
    const envelope = parseEnvelope(await bytesOf(one.store, first), first);
    return { one, desk, first, second, ...envelope };
  }
  const REFUSED = ['tampered', ['token/countersignature']];

  it('counts while nobody touched it: the control', async () => {
    const { desk } = await erased();
    expect(verdict(await desk.verify())).toEqual(['allow', []]);
  });

  it('by another key is worth nothing, under the name of the sealer’s or its own', async () => {
    const { one, desk, first, payload, payloadType } = await erased();
    const thief = testSigner();
    const bytes = await sealEnvelope(payloadType, payload, thief);
    one.store.replace(first, bytes);
    expect(verdict(await desk.verify())).toEqual(REFUSED);
    one.store.remove(first);
    one.store.replace(`${first.slice(0, -64)}${thief.keyId.slice(7)}` as ObjectKey, bytes);
    expect(verdict(await desk.verify())).toEqual(['tampered', ['token/erased']]);
    expect(verdict(await desk.verify(trusting(desk, thief)))).toEqual(['tampered', ['token/erased']]);
  });

  it('for one record is none for another', async () => {
    const { one, desk, first, second } = await erased();
    one.store.replace(first, await bytesOf(one.store, second));
    expect(verdict(await desk.verify())).toEqual(REFUSED);
  });

  it('is void with any bit flipped', async () => {
    const { one, desk, first } = await erased();
    const bytes = await bytesOf(one.store, first);
    for (let bit = 0; bit < bytes.length * 8; bit += 251) {
      const flipped = Uint8Array.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      one.store.replace(first, flipped);
      const answer = await desk.verify();
      expect([bit, ...verdict(answer)]).toEqual([bit, ...REFUSED]);
    }
  });

  it('is not what the sealer signed as something else, nor in another spelling', async () => {
    const { one, desk, first, payload, payloadType } = await erased();
    for (const [type, said] of [
      ['application/vnd.in-toto+json', payload],
      [payloadType, Buffer.from(Buffer.from(payload).toString().replace('{', '{ '))],
      [payloadType, Buffer.from(Buffer.from(payload).toString().replace(`"${OWN}"`, '"700009"'))],
      [payloadType, Buffer.from('{}')],
    ] as const) {
      one.store.replace(first, await sealEnvelope(type, said, desk.signer));
      expect(verdict(await desk.verify())).toEqual(REFUSED);
    }
  });

  it('does not cover a receipt that was signed anew with other claims once the token was gone', async () => {
    const { one, desk, first } = await erased();
    const parsed = parseKey(first);
    if (parsed?.kind !== 'countersignature') throw new Error('no countersignature');
    const key = platformKey(OWN, parsed.record);
    const { payload, payloadType } = parseEnvelope(await bytesOf(one.store, key), key);
    const lie = Buffer.from(payload).toString().replace('"run_attempt":"1"', '"run_attempt":"2"');
    one.store.replace(key, await sealEnvelope(payloadType, Buffer.from(lie), one.signer));
    expect(verdict(await desk.verify())).toEqual(REFUSED);
  });

  it('by a key that was not valid any more, or is declared stolen, counts no longer', async () => {
    const { desk } = await erased();
    const [key] = desk.trust.record_keys;
    if (key === undefined) throw new Error('no key');
    const ended = { ...key, valid_to: new Date(SEAL_TIME - 30 * 60_000).toISOString() };
    expect(why(await desk.verify({ record_keys: [ended] }))).toEqual(['token/countersignature']);
    const stolen = { ...key, compromised_from: new Date(SEAL_TIME + HOUR).toISOString() };
    expect(why(await desk.verify({ record_keys: [stolen] }))).toEqual(['token/countersignature']);
  });

  it('for an issuer of which the trust file does not let the sealer speak counts for nothing', async () => {
    const { desk } = await erased();
    const sealer = { ...desk.trust.sealer, issuers: ['https://issuer.example'] };
    expect(verdict(await desk.verify({ sealer }))).toEqual(REFUSED);
  });

  it('admits a run as its token did: by workflow, commit and runner, of which the receipt holds digests', async () => {
    const { one, desk } = await erased();
    const admitting = async (change: object) => (await desk.verify({ run_keys: [{ ...one.issuer.runRule, ...change }] })).outcome;
    expect(await admitting({})).toBe('allow');
    expect(await admitting({ job_workflow_ref: ['acme/payments/.github/workflows/evil.yml@refs/heads/main'] })).toBe('tampered');
    expect(await admitting({ job_workflow_sha: ['3'.repeat(40)] })).toBe('tampered');
    expect(await admitting({ runner_environment: 'self-hosted' })).toBe('tampered');
    expect(await admitting({ repository_id: '700002' })).toBe('tampered');
  });

  it('has one name, and whatever lies beside it is a finding', async () => {
    const { one, desk, first } = await erased();
    one.store.replace(`${first.slice(0, -1)}x` as ObjectKey, new Uint8Array());
    expect(codes(await desk.verify())).toEqual(['object/unknown']);
  });
});

describe('a sealer', () => {
  it('countersigns no token that is about another record, and no receipt that says other than its token', async () => {
    const one = witnessedLedger();
    const { receipt } = await one.log().append(intent());
    await one.log().append(intent());
    const [first, second] = one.attachments.keys();
    one.attachments.replace(first as ObjectKey, await bytesOf(one.attachments, second as ObjectKey));
    const key = platformKey(OWN, receipt.record);
    const desk = sealingDesk(one);
    const sealed = await desk.seal();
    expect([sealed.countersigned, sealed.refused.map((each) => each.why)]).toEqual([1, ['token/altered']]);
    const { payload, payloadType } = parseEnvelope(await bytesOf(one.store, key), key);
    one.store.replace(key, await sealEnvelope(payloadType, payload, testSigner()));
    const again = await desk.seal({ signer: testSigner() }, SEAL_TIME + HOUR);
    expect(again.refused.map((each) => each.why)).toContain('platform/receipt');
  });

  it('is not kept from it by a countersignature of somebody else', async () => {
    const one = witnessedLedger();
    const { receipt } = await one.log().append(intent());
    const key = `${platformKey(OWN, receipt.record)}.sig/${'0'.repeat(64)}` as ObjectKey;
    one.store.replace(key, Buffer.from('nothing'));
    const desk = sealingDesk(one);
    expect(await desk.seal()).toMatchObject({ countersigned: 1, refused: [] });
    erase(one);
    expect((await desk.verify()).outcome).toBe('allow');
  });
});
