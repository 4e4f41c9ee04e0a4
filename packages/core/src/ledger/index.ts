export { append, MAX_RECORD_BYTES, store, type AppendOptions } from './append.ts';
export { FINDING_ACKNOWLEDGED, readAcknowledgement, type AcknowledgedFinding } from './acknowledgement.ts';
export { FINDING_KINDS, outcomeOf, type Finding, type FindingKind } from './finding.ts';
export type { BlobInspection, Inspector, RecordInspection, SlotInspection, Target, Unread } from './inspector.ts';
export { inspectorOf } from './inspect.ts';
export { knownCheckpoint } from './known-checkpoint.ts';
export type { Ledger } from './ledger.ts';
export { KeptCheck } from './kept-check.ts';
export { ledgerStreams } from './ledger-streams.ts';
export { mayAcknowledge } from './may-acknowledge.ts';
export {
  announcementKey,
  attachmentKey,
  blobKey,
  digestOfName,
  FIRST_SLOT,
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
export { owedKinds } from './owed-kinds.ts';
export { placeOf } from './place-of.ts';
export { PointerLookUp, type PointedRecords } from './pointer-look-up.ts';
export { putBlob, readBlob, type StoredBlob } from './put-blob.ts';
export type { LedgerRecord } from './read-placed.ts';
export { readStream, type ReadOptions } from './read-stream.ts';
export { formatReceipt, parseReceipt, type Receipt, type SequencedReceipt, type StoredReceipt } from './receipt.ts';
export { isPullRequestStream, isStreamId, parseStreamId, repositoryOf, type StreamId } from './stream-id.ts';
export { StoreAround } from './store-around.ts';
export { formatTrustFile, parseTrustFile, type TrustedKey, type TrustedSealer, type TrustFile } from './trust-file.ts';
export { verifyLedger, type Progress, type Verification, type VerifyOptions } from './verify-ledger.ts';
export type { PlatformCounts, PlatformRuns } from './platform-tally.ts';
export { announcePointers, putPointers } from './put-pointers.ts';
export { putPlatformReceipt, type PlatformWitness } from './put-platform-receipt.ts';
export type { StreamVerification } from './verify-stream.ts';
export { whyUnproven } from './why-unproven.ts';
export { Vouching } from './vouching.ts';
