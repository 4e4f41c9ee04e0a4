export { addedText } from './make/added-text.ts';
export { openBaseline, type Baseline } from './verify/baseline.ts';
export { checkProof, type CheckedProof, type ProofProblem } from './proof/check-proof.ts';
export { exportLog, type ExportedObject } from './proof/export-log.ts';
export type { Notice, NoticeCode } from '../ledger/seals/notice.ts';
export { isOrigin } from '../ledger/seals/origin.ts';
export { follows, formatPlan, parsePlan, type Plan, type SealedStream } from '../ledger/seals/plan.ts';
export { type Gap } from './make/outside/gap.ts';
export type { LogWitness, Outsiders } from './make/outside/outsiders.ts';
export { proveRecord } from './proof/prove-record.ts';
export { requireKeyOfLog } from './make/require-key-of-log.ts';
export { originOfLog, sealLedger, type Sealed } from './make/seal-ledger.ts';
export { entriesOfPlan, parseRecordEntry, planEntry, recordEntry, type SealedRecord } from '../ledger/seals/sealed-entry.ts';
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
} from '../ledger/seals/seal-layout.ts';
export type { LogVouchers } from '../ledger/seals/sealed-tree.ts';
export { readCheckpoint } from '../ledger/seals/signed-note.ts';
export type { Sealer } from './make/sealer.ts';
