import { describe, expect, it } from '@jest/globals';
import { parseEnvelope, sealEnvelope, sha256 } from '@proofrail/core/canonical';
import { evidenceLog } from '@proofrail/core/gate';
import { parseKey, platformKey, type StreamId, type TrustFile, type Verification } from '@proofrail/core/ledger';
import type { ObjectKey, Signer } from '@proofrail/core/ports';
import { planKey } from '@proofrail/core/seal';
import { FakeIssuer } from '@proofrail/testkit';
import { bytesOf, codes, ledgerOn, START, testSigner, tickingClock, trustIn } from '../ledger/small-ledger.ts';
import { intent, OWN, witnessedLedger, type WitnessedLedger } from '../ledger/witnessed-ledger.ts';
import { SEAL_TIME, testLogKey } from '../seal/sealed-ledger.ts';
import { AUDIT, erase, keySet, publishing, sealingDesk, type SealingDesk } from './sealing-desk.ts';

const HOUR = 3_600_000;
const why = ({ streams }: Verification) => streams.find(({ stream }) => stream === OWN)?.platform.why.map(({ code }) => code);
const verdict = (answer: Verification) => [answer.outcome, why(answer)];
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const countersignatures = ({ store }: WitnessedLedger): ObjectKey[] =>
  store.keys().filter((key) => parseKey(key)?.kind === 'countersignature');

const issuerOf = (kid: string, issuer?: string): FakeIssuer =>
  new FakeIssuer({ kid, now: () => START, ...(issuer === undefined ? {} : { issuer }) });

/** Says, in the form of evidence, that a forger's key is one of the issuer's. */
async function claimKeys(
  { store }: WitnessedLedger,
  forger: FakeIssuer,
  by: Signer,
  stream: StreamId,
  at = SEAL_TIME,
): Promise<void> {
  const log = evidenceLog(ledgerOn(store, by, tickingClock(at - 30_000)), stream, random);
  const { issuer, kid, jwk } = forger;
  const answer = sha256(keySet(forger));
  await log.append({
    kind: 'issuer.keys',
    subject: { raw: answer },
    evidence: { system: 'oidc', outcome: 'n_a', facts: 'read', method: 'pull', collector_id: 'test', collector_version: '1' },
    details: { issuer, keys: [{ kid, jwk }], fetched_at: new Date(at).toISOString(), answer },
  });
}

/** A ledger whose one record rests on a token that a forger signed with a key of his own. */
async function forged(forger = issuerOf('home-made')) {
  const one = witnessedLedger({ forger });
  await one.log().append(intent());
  return { one, forger, desk: sealingDesk(one) };
}

const trusting = (desk: SealingDesk, signer: ReturnType<typeof testSigner>): Partial<TrustFile> => ({
  record_keys: [...desk.trust.record_keys, ...trustIn([signer], null).record_keys],
});

describe('a key that somebody made at home', () => {
  it('counts as one of the issuer only if the sealer says so in its stream and a seal covers that: the control', async () => {
    const { one, forger, desk } = await forged();
    await desk.seal({ issuers: [publishing(one.issuer, forger)] });
    expect(verdict(await desk.verify())).toEqual(['allow', []]);
  });

  it('is not one of the issuer because its key set lies about: the sealer asks the issuer itself', async () => {
    const { one, forger, desk } = await forged();
    one.attachments.replace('v1/attachments/700001/jwks' as ObjectKey, keySet(forger));
    expect(await desk.seal()).toMatchObject({ countersigned: 0, refused: [{ stream: OWN, why: 'token/unknown-key' }] });
    expect(verdict(await desk.verify())).toEqual(['tampered', ['token/unknown-key']]);
  });

  it('is not one of the issuer under the name of one of its keys', async () => {
    const { desk } = await forged(issuerOf('fake-key-1'));
    expect(await desk.seal()).toMatchObject({ countersigned: 0, refused: [{ why: 'token/signature' }] });
    expect(verdict(await desk.verify())).toEqual(['tampered', ['token/signature']]);
  });

  it('is not one of the issuer by the word of an ordinary writer, sealed in the stream of the sealer', async () => {
    const { one, forger, desk } = await forged();
    const writer = testSigner();
    await claimKeys(one, forger, writer, AUDIT);
    await desk.seal();
    expect(verdict(await desk.verify(trusting(desk, writer)))).toEqual(['tampered', ['token/unknown-key']]);
    const sealer = { ...desk.trust.sealer, keys: [writer.keyId] } as TrustFile['sealer'];
    expect(verdict(await desk.verify({ ...trusting(desk, writer), ...(sealer && { sealer }) }))).toEqual(['allow', []]);
  });

  it('is not one of the issuer before a seal covers it', async () => {
    const { one, forger, desk } = await forged();
    await desk.seal();
    await claimKeys(one, forger, desk.signer, AUDIT, SEAL_TIME + HOUR);
    expect(verdict(await desk.verify())).toEqual(['tampered', ['token/unknown-key']]);
    await desk.seal({ issuers: [publishing(one.issuer, forger)] }, SEAL_TIME + 2 * HOUR);
    expect(verdict(await desk.verify())).toEqual(['allow', []]);
  });

  it('is not one of the issuer by a record in another stream than the sealer’s', async () => {
    const { one, forger, desk } = await forged();
    const elsewhere = '700009' as StreamId;
    await claimKeys(one, forger, desk.signer, elsewhere);
    await desk.seal();
    expect(verdict(await desk.verify())).toEqual(['tampered', ['token/unknown-key']]);
    const sealer = { ...desk.trust.sealer, stream: elsewhere } as TrustFile['sealer'];
    expect(verdict(await desk.verify({ ...(sealer && { sealer }) }))).toEqual(['allow', []]);
  });

  it('is not one of the issuer under a seal by a key that no trust file names, or by none', async () => {
    const { one, forger, desk } = await forged();
    const stranger = sealingDesk(one, desk.signer, testLogKey());
    await stranger.seal({ issuers: [publishing(one.issuer, forger)] });
    expect(why(await desk.verify())).toEqual(['token/unknown-key']);
    const { log_keys: _, ...nobody } = desk.trust;
    expect(why(await sealingDesk(one, desk.signer).verify(nobody))).toEqual(['token/unknown-key']);
  });

  it('is not one of the issuer under a plan that was put in the place of the sealed one', async () => {
    const { one, forger, desk } = await forged();
    await desk.seal();
    const honest = await bytesOf(one.store, planKey(1));
    await claimKeys(one, forger, desk.signer, AUDIT, SEAL_TIME + HOUR);
    const copy = { ...one, store: one.store.copy() };
    const stranger = sealingDesk(copy, desk.signer, testLogKey());
    for (const key of copy.store.keys()) if (key.startsWith('v1/seals/')) copy.store.remove(key);
    await stranger.seal();
    one.store.replace(planKey(1), await bytesOf(copy.store, planKey(1)));
    const answer = await desk.verify();
    expect([answer.outcome, why(answer)]).toEqual(['tampered', ['token/unknown-key']]);
    one.store.replace(planKey(1), honest);
  });

  it('speaks for no issuer but those for which the trust file lets the sealer speak', async () => {
    const other = issuerOf('other', 'https://issuer.example');
    const { desk } = await forged(other);
    expect(await desk.seal({ issuers: [publishing(other)] })).toMatchObject({ countersigned: 1 });
    const run_keys = [{ ...other.runRule }];
    const trusted = { ...desk.trust.sealer, issuers: ['https://issuer.example'] } as TrustFile['sealer'];
    expect(verdict(await desk.verify({ run_keys, ...(trusted && { sealer: trusted }) }))).toEqual(['allow', []]);
    expect(verdict(await desk.verify())).toEqual(['tampered', ['token/unknown-key']]);
  });

  it('stops counting for tokens issued after the fetch that no longer names it', async () => {
    const old = issuerOf('fake-key-0');
    const one = witnessedLedger({ forger: old });
    await one.log().append(intent());
    const desk = sealingDesk(one);
    await desk.seal({ issuers: [publishing(old)] }, START - HOUR);
    const before = sealingDesk(one, desk.signer, desk.log);
    await before.seal({ issuers: [publishing(one.issuer)], evidence: desk.countersigner.evidence }, START - HOUR / 2);
    expect(verdict(await desk.verify())).toEqual(['tampered', ['token/key-not-valid']]);
  });
});

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
    const sealer = { ...desk.trust.sealer, issuers: ['https://issuer.example'] } as TrustFile['sealer'];
    expect(verdict(await desk.verify({ ...(sealer && { sealer }) }))).toEqual(REFUSED);
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
