import { publicKeyFromPem } from '@proofrail/core/canonical';
import { sealAndCountersign, type Countersigner, type SealedAndCountersigned } from '@proofrail/core/countersign';
import { evidenceLog } from '@proofrail/core/gate';
import type { StreamId, TrustedSealer, TrustFile } from '@proofrail/core/ledger';
import { verifyLedger, type Verification } from '@proofrail/core/verification';
import type { KeyIssuer, ObjectStore } from '@proofrail/core/ports';
import type { FakeIssuer } from '@proofrail/testkit';
import { ledgerOn, testSigner, tickingClock, trustIn, type TestSigner } from '../ledger/small-ledger.ts';
import { OWN, type WitnessedLedger } from '../ledger/witnessed-ledger.ts';
import { ORIGIN, sealerOn, SEAL_TIME, testLogKey, type LogKey } from '../seal/sealed-ledger.ts';

/** The repository of the sealer. */
export const AUDIT = '700003' as StreamId;

/** The keys of an issuer as they come over the wire, with the members that nobody needs. */
export const keySet = (...issuers: readonly FakeIssuer[]): Uint8Array =>
  Buffer.from(JSON.stringify({ keys: issuers.map(({ kid, jwk }) => ({ ...jwk, kid, alg: 'RS256', use: 'sig', x5t: 'eDV0' })) }));

export const publishing = (issuer: FakeIssuer, ...others: readonly FakeIssuer[]): KeyIssuer => ({
  issuer: issuer.issuer,
  keySet: () => Promise.resolve(keySet(issuer, ...others)),
});

export interface SealingDesk {
  readonly signer: TestSigner;
  readonly log: LogKey;
  readonly countersigner: Countersigner;
  /** Knows no key of the issuer: they come from the sealer's stream, or from nowhere. */
  readonly trust: TrustFile & { readonly sealer: TrustedSealer };
  /** The same without a word of the sealer or of the log. */
  readonly plain: TrustFile;
  seal(change?: Partial<Countersigner>, at?: number): Promise<SealedAndCountersigned>;
  verify(change?: Partial<TrustFile>): Promise<Verification>;
}

/** The ledger, as the sealer reaches it, and where its tokens lie. */
export type SealedPlace = Pick<WitnessedLedger, 'attachments' | 'issuer'> & { readonly store: ObjectStore };

/** A sealer beside a ledger whose writers have the platform vouch for what they write. */
export function sealingDesk(one: SealedPlace, signer = testSigner(), log = testLogKey()): SealingDesk {
  const { store, attachments, issuer } = one;
  const clock = tickingClock(SEAL_TIME - 60_000);
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const countersigner: Countersigner = {
    signer,
    publicKey: publicKeyFromPem(signer.pem, 'test'),
    stream: AUDIT,
    evidence: evidenceLog(ledgerOn(store, signer, clock), AUDIT, random),
    issuers: [publishing(issuer)],
    receipts: 'new',
    attachments,
    product: { name: 'test', version: '1' },
  };
  const plain: TrustFile = { ...trustIn([signer], null), origin: ORIGIN, run_keys: [issuer.runRule] };
  const trust = {
    ...plain,
    log_keys: [log.verifierKey],
    sealer: { stream: AUDIT, keys: [signer.keyId], issuers: [issuer.issuer] },
  };
  return {
    signer,
    log,
    countersigner,
    trust,
    plain,
    seal: (change = {}, at = SEAL_TIME) =>
      sealAndCountersign(sealerOn(store, log, tickingClock(at)), { ...countersigner, ...change }),
    verify: (change = {}) => verifyLedger(store, { trust: { ...trust, ...change }, attachments }),
  };
}

export function erase({ attachments }: WitnessedLedger): void {
  for (const key of attachments.keys()) attachments.remove(key);
}

/** How a verification ends, and why the platform's word about the repository's records proves nothing. */
export const verdict = (answer: Verification) => [answer.outcome, why(answer)];
export const why = ({ streams }: Verification) =>
  streams.find(({ stream }) => stream === OWN)?.platform.why.map(({ code }) => code);

/** For a trust file that lets somebody else sign records, too. */
export const trusting = ({ trust }: SealingDesk, signer: TestSigner): Pick<TrustFile, 'record_keys'> => ({
  record_keys: [...trust.record_keys, ...trustIn([signer], null).record_keys],
});
