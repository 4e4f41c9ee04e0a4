export { archiveSbom, type ArchivedSbom, type SbomToArchive } from './archive-sbom.ts';
export {
  digestChecker,
  type AllowedDigest,
  type DigestAnswer,
  type DigestQuestion,
  type RefusedDigest,
} from './digest-checker.ts';
export { isEnvironmentName } from './environment-name.ts';
export { evidenceLog, type EvidenceLog, type WrittenRecord } from './evidence-log.ts';
export { gateChange, type GateDependencies, type GatedChange, type GateRequest } from './gate-change.ts';
export { judgeChange, type Change, type Judgement } from './judge-change.ts';
export type { Product } from './origin.ts';
export { originOfRun, type PipelineRun } from './origin-of-run.ts';
export { DEPLOYMENT_ENDS, recordDeployment, type DeploymentEnd, type DeploymentToRecord } from './record-deployment.ts';
export { readOrRecord, type DocumentToRead } from './read-or-record.ts';
export { recordJudgement, type RecordedJudgement, type RecordingDependencies } from './record-judgement.ts';
