export { confirmBundle, type BundleToConfirm } from './confirm-bundle.ts';
export { decideChanges, type DecidedChanges } from './decide-changes.ts';
export { peopleMeant, type MeantPerson } from './people-meant.ts';
export type { BundledChange, BundledResult, DecisionBundle } from './decision-bundle.ts';
export {
  digestChecker,
  type AllowedDigest,
  type DigestAnswer,
  type DigestQuestion,
  type RefusedDigest,
} from './digest-checker.ts';
export { environmentWord } from '../evidence/environment-word.ts';
export { evidenceLog, type EvidenceLog, type WrittenRecord } from './evidence-log.ts';
export { formatDecisionBundle } from './format-decision-bundle.ts';
export { judgeChange, type Change, type Judgement } from './judge-change.ts';
export { originOf, type Product } from './origin.ts';
export { intentOf, type IntentContext, type StartedRun } from './run-intent.ts';
export { outcomeOfVerdicts, type VerdictOutcome } from './outcome-of-verdicts.ts';
export { originOfRun, type PipelineRun } from './origin-of-run.ts';
export { DEPLOYMENT_ENDS, recordDeployment, type DeploymentEnd, type DeploymentToRecord } from './record-deployment.ts';
export { readOrRecord, type DocumentToRead } from './read-or-record.ts';
export { readDecisionBundle } from './read-decision-bundle.ts';
export { recordBundle, type BundleDependencies, type BundleToRecord, type RecordedBundle } from './record-bundle.ts';
export { replayDecision, type Replay } from './replay-decision.ts';
export { recordAcknowledgement, type AcknowledgementToRecord } from './record-acknowledgement.ts';
export { recordKeyEvent, type KeyEvent, type KeyEventToRecord, type KeyName } from './record-key-event.ts';
export { configurationOf, type PolicyFiles, type ProofrailFiles } from './policy-files.ts';
export { MOST_RECORDS } from './most-records.ts';
export { recordedRetention, type RecordedRetention, type RetentionQuestion } from './recorded-retention.ts';
export { retentionOf } from './retention-of.ts';
export { recordVerdict, type RecordedChange } from './record-verdict.ts';
export { scanDraft, type ScannedCommit } from './scan-draft.ts';
export { streamOfRun } from './stream-of-run.ts';
export { readAndJudge, type DecidedChange, type UnjudgedChange, type UnreadChange, type Verdict } from './verdict.ts';
