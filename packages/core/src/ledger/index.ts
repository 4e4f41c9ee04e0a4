export { append, store, type AppendOptions } from './append/append.ts';
export { FINDING_ACKNOWLEDGED, readAcknowledgement, type AcknowledgedFinding } from './stored/acknowledgement.ts';
export { firstOfEach, type MoreFindings } from './verify/first-of-each.ts';
export { FINDING_KINDS, outcomeOf, type Finding, type FindingKind } from './verify/finding.ts';
export type { InspectedKind, InspectionOf, Inspector, TargetOf } from './verify/inspect/inspector.ts';
export { inspectorOf } from './verify/inspect/inspector-of.ts';
export { knownCheckpoint } from './append/known-checkpoint.ts';
export type { Ledger } from './ledger.ts';
export type { LongerKinds } from './verify/checks/longer-check.ts';
export { KeptCheck } from './verify/checks/kept-check.ts';
export { listStreams } from './look-up/list-streams.ts';
export { logKeysOf } from './trust/log-keys.ts';
export { witnessKeysOf } from './trust/witness-policy.ts';
export { mayAcknowledge } from './trust/may-acknowledge.ts';
export { maySign } from './trust/may-sign.ts';
export {
  announcementKey,
  attachmentKey,
  blobKey,
  digestOfName,
  FIRST_SLOT,
  namedPointerKey,
  parseKey,
  platformKey,
  pointerKey,
  pointerSubject,
  recordKey,
  slotKey,
  timeOfName,
  type BlobName,
  type ParsedKey,
  type PointerSubject,
  type RecordName,
} from './layout.ts';
export { owedKinds } from './verify/checks/owed-kinds.ts';
export { lockProblem } from './verify/checks/badly-kept.ts';
export { placeOf } from './verify/place-of.ts';
export { PointerLookUp, type PointedRecords } from './look-up/pointer-look-up.ts';
export { putAttachment } from './append/put-attachment.ts';
export { putBlob, type StoredBlob } from './append/put-blob.ts';
export { readBlob } from './look-up/read-blob.ts';
export { readObject } from './look-up/read-object.ts';
export type { OpenedRecord } from './look-up/read-named.ts';
export type { LedgerRecord } from './look-up/read-placed.ts';
export { readStream, type ReadOptions } from './look-up/read-stream.ts';
export { StreamReading } from './look-up/stream-reading.ts';
export { formatReceipt, parseReceipt, type Receipt, type SequencedReceipt, type StoredReceipt } from './stored/receipt.ts';
export { isPullRequestStream, isStreamId, parseStreamId, repositoryOf, type StreamId } from './stream-id.ts';
export { StoreAround } from './store-around.ts';
export { formatTrustFile, parseTrustFile, type TrustedKey, type TrustedSealer, type TrustFile } from './trust/trust-file.ts';
export { NO_TRUST, trustText, type TrustStanding } from './verify/trust-standing.ts';
export type { AttachmentCounts } from './verify/checks/attachment-tally.ts';
export type { PlatformCounts, PlatformRuns } from './verify/checks/platform-tally.ts';
export { announcePointers, putPointers } from './append/put-pointers.ts';
export { putPlatformReceipt, type PlatformWitness } from './append/put-platform-receipt.ts';
export type { StreamVerification } from './verify/verify-stream.ts';
export { parseWitnessKey } from './trust/witness-policy.ts';
export { whyUnproven } from './trust/why-unproven.ts';
export { Vouching } from './trust/vouching.ts';
