export { parsePublicKeys, type TrailPublicKey } from './public-keys.ts';
export type { HoldsStill } from './lengthened-locks.ts';
export type { LedgerObject, LedgerPlace } from './ledger-place.ts';
export { LEDGER_UNVERIFIED, recordedReasons, type RecordedReasons, type UnverifiedLedger } from './recorded-reasons.ts';
export type { TrailDeed, TrailEvent } from './trail-event.ts';
export type { TrailFile, TrailFiles } from './trail-files.ts';
export { outcomeOfTrail, type TrailFinding } from './trail-finding.ts';
export type { TrailScope } from './trail-scope.ts';
export { verifyTrail, type TrailVerification } from './verify-trail.ts';
