export { ledgerLocation, type LedgerLocation } from './buckets/ledger-location.ts';
export {
  examineLedgerBucket,
  makeLedgerBucket,
  requireLedgerBucket,
  type ExaminedPromise,
  type StepTaken,
} from './buckets/ledger-bucket.ts';
export { openLockKeeper } from './buckets/open-lock-keeper.ts';
export { openTrailBucket } from './buckets/open-trail-bucket.ts';
export { bucketAccess, type BucketAccess } from './buckets/role/bucket-access.ts';
export type { StoreOptions } from './buckets/store-options.ts';
export { fileFailure, notAFile } from './files/file-failure.ts';
export { folderOf } from './files/folder-of.ts';
export { MOST_BYTES } from './files/limits.ts';
export { readBundleFolder } from './files/read-bundle-folder.ts';
export { readBoundedFile, type FileBounds } from './files/read-bounded-file.ts';
export { readProofrailFolder } from './files/read-proofrail-folder.ts';
export { readStandardInput } from './files/read-standard-input.ts';
export { unwritable } from './files/unwritable.ts';
export { isKmsKey, keyFile, loadSigner, type NamedSigner } from './keys/load-signer.ts';
export { logKeyOf } from './keys/log-key.ts';
export { requireLogName } from './keys/require-log-name.ts';
export { findAttachments, openErasableAttachments } from './ledger/open-attachments.ts';
export { openEvidence, type EvidencePlace } from './ledger/open-evidence.ts';
export { openIdentities } from './ledger/open-identities.ts';
export { openLedger } from './ledger/open-ledger.ts';
export { openOutsiders } from './outside/open-outsiders.ts';
export { consoleLogger, type TextSink } from './process/console-logger.ts';
export { pause } from './process/pause.ts';
export { productVersion } from './process/product-version.ts';
export { randomness } from './process/randomness.ts';
export { systemClock } from './process/system-clock.ts';
export { terminalText } from './process/terminal-text.ts';
export { verifyOnAllCores } from './verify/verify-on-all-cores.ts';
