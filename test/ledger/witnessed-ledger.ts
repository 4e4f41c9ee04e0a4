import { publicKeyFromPem, type PublicKey } from '@proofrail/core/canonical';
import type { RecordDraft } from '@proofrail/core/evidence';
import { evidenceLog, type EvidenceLog } from '@proofrail/core/gate';
import type { Ledger, PlatformWitness, StreamId, TrustFile } from '@proofrail/core/ledger';
import { verifyLedger, type Verification } from '@proofrail/core/verification';
import type { Signer } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import { FakeIssuer, type FakeClaims } from '@proofrail/testkit';
import { ledgerOn, START, testSigner, tickingClock, trustIn, type TestSigner } from './small-ledger.ts';

/** The repository of the invented run, for which the fake issuer speaks. */
export const OWN = '700001' as StreamId;
const COMMIT = 'c'.repeat(40);
const issuer = new FakeIssuer({ now: () => START }); // one for all: an RSA key takes longer to make than most of these tests

export interface WitnessedLedger {
  readonly issuer: FakeIssuer;
  readonly signer: TestSigner;
  readonly store: MemoryStore;
  readonly attachments: MemoryStore;
  readonly ledger: Ledger;
  /** Names the issuer's key and the run, and the signer only if that is a lasting one. */
  readonly trust: TrustFile;
  log(stream?: StreamId): EvidenceLog;
  verify(change?: Partial<TrustFile>): Promise<Verification>;
}

export interface WitnessedOptions {
  readonly key?: 'run' | 'lasting';
  /** Other claims than the run's own, as another job of the repository would get them. */
  readonly claims?: FakeClaims;
  /** Who signs the tokens, where that is not the issuer whose key the trust file names. */
  readonly forger?: FakeIssuer;
}

/** A ledger whose writer has the platform vouch for what it writes, by a key of its run or a lasting one. */
export function witnessedLedger({ key = 'run', claims = {}, forger }: WitnessedOptions = {}): WitnessedLedger {
  const signer = testSigner();
  const [store, attachments] = [new MemoryStore(), new MemoryStore('attachments')];
  const ledger = ledgerOn(store, signer, tickingClock());
  const tokens = { tokenFor: (audience: string) => Promise.resolve((forger ?? issuer).token(audience, claims)) };
  const witness: PlatformWitness = { tokens, attachments, runKey: key === 'run' ? publicKeyOf(signer) : null };
  const trust = {
    ...trustIn(key === 'run' ? [] : [signer], null),
    issuer_keys: [issuer.issuerKey],
    run_keys: [issuer.runRule],
  };
  return {
    issuer,
    signer,
    store,
    attachments,
    ledger,
    trust,
    log: (stream = OWN) => evidenceLog(ledger, stream, counted(), witness),
    verify: (change = {}) => verifyLedger(store, { trust: { ...trust, ...change }, attachments }),
  };
}

/** Says, without a platform behind it, that a run began. */
export function unwitnessed(ledger: Ledger, stream = OWN): EvidenceLog {
  return evidenceLog(ledger, stream, counted());
}

let runs = 0;
export const intent = (): RecordDraft<'run.intent'> => ({
  kind: 'run.intent',
  subject: { commit: COMMIT },
  evidence: { system: 'github', outcome: 'n_a', facts: 'given', method: 'event', collector_id: 'test', collector_version: '1' },
  details: {
    repository: OWN,
    event: 'push',
    head: COMMIT,
    run: String((runs += 1)),
    attempt: 1,
    expected_kinds: [],
    deadline: '2026-11-21T00:30:00.000Z',
  },
});

const publicKeyOf = ({ pem }: Signer & { readonly pem: string }): PublicKey => publicKeyFromPem(pem, 'test');

function counted(): (bytes: number) => Uint8Array {
  let next = 0;
  return (bytes) => Uint8Array.from({ length: bytes }, () => (next += 1) & 0xff);
}
