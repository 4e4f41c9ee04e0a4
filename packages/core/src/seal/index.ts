export { addedText } from './make/added-text.ts';
export { openBaseline, type Baseline } from './verify/baseline.ts';
export { checkProof, type CheckedProof, type ProofProblem } from './proof/check-proof.ts';
export { exportLog, type ExportedObject } from './proof/export-log.ts';
export type { Notice, NoticeCode } from './plan/notice.ts';
export { isOrigin } from './plan/origin.ts';
export { follows, formatPlan, parsePlan, type Plan, type SealedStream } from './plan/plan.ts';
export { type Gap } from './make/outside/gap.ts';
export type { LogWitness, Outsiders } from './make/outside/outsiders.ts';
export { proveRecord } from './proof/prove-record.ts';
export { requireKeyOfLog } from './make/require-key-of-log.ts';
export { originOfLog, sealLedger, type Sealed } from './make/seal-ledger.ts';
export { entriesOfPlan, parseRecordEntry, planEntry, recordEntry, type SealedRecord } from './plan/sealed-entry.ts';
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
} from './plan/seal-layout.ts';
export { readCheckpoint } from './read/signed-note.ts';
export type { Sealer } from './make/sealer.ts';
