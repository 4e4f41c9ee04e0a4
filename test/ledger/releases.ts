import { randomBytes } from 'node:crypto';
import { sha256 } from '@proofrail/core/canonical';
import { digestChecker, evidenceLog, type DigestAnswer, type EvidenceLog, type WrittenRecord } from '@proofrail/core/gate';
import {
  announcementKey,
  pointerKey,
  pointerSubject,
  type PointerSubject,
  type StreamId,
  type TrustFile,
} from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { FaultyStore } from '@proofrail/store-memory';
import { sampleDrafts } from '../../packages/core/src/evidence/test/sample-drafts.ts';
import { ledgerOn, STREAM, testSigner, trustIn, type TestSigner } from './small-ledger.ts';

export const IMAGE = sha256('image');
export const COMMIT = 'a'.repeat(40);
export const OTHER_COMMIT = 'b'.repeat(40);

/** Somebody who decides about commits and archives what images are made of. */
export interface Releases {
  readonly signer: TestSigner;
  readonly trust: TrustFile;
  decide(outcome: 'allow' | 'deny', commit?: string, stream?: StreamId): Promise<WrittenRecord>;
  archive(commit?: string, stream?: StreamId): Promise<WrittenRecord>;
}

export function releasesOn(store: ObjectStore, signer = testSigner()): Releases {
  const ledger = ledgerOn(store, signer);
  const log = (stream: StreamId): EvidenceLog => evidenceLog(ledger, stream, (bytes) => randomBytes(bytes));
  return {
    signer,
    trust: trustIn([signer], null),
    decide: (outcome, commit = COMMIT, stream = STREAM) => decide(log(stream), outcome, commit),
    archive: (commit = COMMIT, stream = STREAM) => archive(log(stream), commit),
  };
}

export function decide(log: EvidenceLog, decision: 'allow' | 'deny', head = COMMIT): Promise<WrittenRecord> {
  const draft = sampleDrafts['policy.decision'];
  const subject = { ...draft.details.subject, head, landed: null };
  return log.append({
    ...draft,
    evidence: alone(draft),
    details: { ...draft.details, decision, provisional: false, subject },
  });
}

export function archive(log: EvidenceLog, commit = COMMIT): Promise<WrittenRecord> {
  const draft = sampleDrafts.sbom;
  const built_from = { commit, claimed_by: 'archive-sbom' } as const;
  return log.append({ ...draft, evidence: alone(draft), details: { ...draft.details, artifact: IMAGE, built_from } });
}

/** The evidence of a sample, read by ourselves, that names nothing else which would have to lie in the ledger. */
const alone = <Common extends object>({ evidence }: { readonly evidence: Common }) => ({
  ...evidence,
  facts: 'read' as const,
  raw_ref: null,
  raw_retained: false,
  related: [],
});

/** Where a pointer to a record would lie, and its announcement. */
export function pointerTo(word: string, { receipt: { record } }: WrittenRecord, stream: StreamId = STREAM) {
  const subject = pointerSubject(word) as PointerSubject;
  return { pointer: pointerKey(stream, subject, record), announcement: announcementKey(stream, subject, record) };
}

export interface Asking {
  readonly trust: TrustFile;
  readonly attachments?: ObjectStore;
  readonly stream?: StreamId;
}

/** Was the image allowed, and what it took to know. */
export async function ask(store: ObjectStore, { trust, attachments, stream = STREAM }: Asking) {
  const requests = { create: 0, read: 0, list: 0 };
  const counted = new FaultyStore(store, ({ operation }) => {
    requests[operation] += 1;
    return null;
  });
  const check = await digestChecker({ store: counted, trust, attachments: attachments ?? null, acceptGiven: false, stream });
  return { answer: await check(IMAGE), requests };
}

/** The same question to the whole ledger, which knows nothing of pointers. */
export async function askStreams(store: ObjectStore, trust: TrustFile): Promise<DigestAnswer> {
  return (await digestChecker({ store, trust, acceptGiven: false }))(IMAGE);
}
