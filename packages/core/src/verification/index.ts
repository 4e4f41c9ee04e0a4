export { verifyLedger, type Progress, type Reading, type Verification, type VerifyOptions } from './verify-ledger.ts';
