export { append, MAX_RECORD_BYTES, store, type AppendOptions } from './append.ts';
export type { Ledger } from './ledger.ts';
export { formatReceipt, parseReceipt, type Receipt, type SequencedReceipt, type StoredReceipt } from './receipt.ts';
export { isPullRequestStream, isStreamId, parseStreamId, type StreamId } from './stream-id.ts';
export {
  blobKey,
  digestOfName,
  FIRST_SLOT,
  parseKey,
  recordKey,
  slotKey,
  timeOfName,
  type BlobName,
  type ParsedKey,
  type RecordName,
} from './layout.ts';
