export { archiveSbom, type ArchivedSbom, type SbomToArchive } from './archive-sbom.ts';
export {
  digestChecker,
  type AllowedDigest,
  type DigestAnswer,
  type DigestQuestion,
  type RefusedDigest,
} from './digest-checker.ts';
export { evidenceLog, type EvidenceLog, type WrittenRecord } from './evidence-log.ts';
export { gateChange, type GateDependencies, type GatedChange, type GateRequest } from './gate-change.ts';
export { judgeChange, type Change, type Judgement } from './judge-change.ts';
export type { Product } from './origin.ts';
export { recordJudgement, type RecordedJudgement, type RecordingDependencies } from './record-judgement.ts';
