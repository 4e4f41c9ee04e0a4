export { SEAL_STALE } from '../seal/verify/outside/seal-stale.ts';
export { sealedBeforeThefts } from './sealed-before-thefts.ts';
export { isOnlyShort } from './is-only-short.ts';
export { verifyLedger, type Verification } from './verify-ledger.ts';
export type { Progress, Reading, VerifyOptions } from './verify-options.ts';
