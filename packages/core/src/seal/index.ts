export { addedText } from './added-text.ts';
export { openBaseline, type Baseline } from './baseline.ts';
export { checkProof, type CheckedProof, type ProofProblem } from './check-proof.ts';
export { exportLog, type ExportedObject } from './export-log.ts';
export { NOTICE_CODES, NOTICE_MEANINGS, type Notice, type NoticeCode } from './notice.ts';
export { isOrigin } from './origin.ts';
export { follows, formatPlan, parsePlan, type Plan, type SealedStream } from './plan.ts';
export { type Gap } from './outside/gap.ts';
export type { LogWitness, Outsiders } from './outside/outsiders.ts';
export { parseWitnessKey } from './outside/witness-policy.ts';
export { proveRecord } from './prove-record.ts';
export { requireKeyOfLog } from './require-key-of-log.ts';
export { originOfLog, sealLedger, type Sealed } from './seal-ledger.ts';
export { entriesOfPlan, parseRecordEntry, planEntry, recordEntry, type SealedRecord } from './sealed-entry.ts';
export {
  bodyKey,
  cosignatureKey,
  edgeKey,
  parseSealKey,
  planKey,
  signatureKey,
  tileKey,
  timestampKey,
  type ParsedSealKey,
} from './seal-layout.ts';
export { readCheckpoint } from './signed-note.ts';
export type { Sealer } from './sealer.ts';
