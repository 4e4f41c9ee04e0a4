export { checkProof, type CheckedProof, type ProofProblem } from './check-proof.ts';
export { NOTICE_CODES, NOTICE_MEANINGS, type Notice, type NoticeCode } from './notice.ts';
export { follows, formatPlan, parsePlan, type Plan, type SealedStream } from './plan.ts';
export { proveRecord } from './prove-record.ts';
export { originOfLog, sealLedger, type Sealed } from './seal-ledger.ts';
export { entriesOfPlan, parseRecordEntry, planEntry, recordEntry, type SealedRecord } from './sealed-entry.ts';
export { bodyKey, edgeKey, parseSealKey, planKey, signatureKey, tileKey, type ParsedSealKey } from './seal-layout.ts';
export type { Sealer } from './sealer.ts';
