import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { evidenceLog } from '@proofrail/core/gate';
import type { StreamId } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { ObjectKey, Signer } from '@proofrail/core/ports';
import { planKey } from '@proofrail/core/seal';
import { FakeIssuer } from '@proofrail/testkit';
import { bytesOf, ledgerOn, START, testSigner, tickingClock } from '../ledger/small-ledger.ts';
import { intent, OWN, witnessedLedger, type WitnessedLedger } from '../ledger/witnessed-ledger.ts';
import { SEAL_TIME, testLogKey } from '../seal/sealed-ledger.ts';
import { AUDIT, keySet, publishing, sealingDesk, trusting, verdict, why } from './sealing-desk.ts';

const HOUR = 3_600_000;
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
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
    const sealer = { ...desk.trust.sealer, keys: [writer.keyId] };
    expect(verdict(await desk.verify({ ...trusting(desk, writer), sealer }))).toEqual(['allow', []]);
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
    const sealer = { ...desk.trust.sealer, stream: elsewhere };
    expect(verdict(await desk.verify({ sealer }))).toEqual(['allow', []]);
  });

  it('is not one of the issuer under a seal by a key that no trust file names, or by none', async () => {
    const { one, forger, desk } = await forged();
    const stranger = sealingDesk(one, desk.signer, testLogKey());
    await stranger.seal({ issuers: [publishing(one.issuer, forger)] });
    expect(why(await desk.verify())).toEqual(['token/unknown-key']);
    const nobody = { ...desk.plain, sealer: desk.trust.sealer };
    const { store, attachments } = one;
    expect(why(await verifyLedger(store, { trust: nobody, attachments }))).toEqual(['token/unknown-key']);
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
    const trusted = { ...desk.trust.sealer, issuers: ['https://issuer.example'] };
    expect(verdict(await desk.verify({ run_keys, sealer: trusted }))).toEqual(['allow', []]);
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
