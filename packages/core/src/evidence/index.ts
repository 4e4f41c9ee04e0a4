export { actorsOf, actorsOfAccounts, type Actor, type Actors } from './actors.ts';
export type { CommonBlock } from './common-block.ts';
export { controlFacts, type ControlFact } from './control-facts.ts';
export {
  createRecord,
  type ChangeSubject,
  type CommonInput,
  type RecordDraft,
  type RecordSources,
  type RecordSubject,
} from './create-record.ts';
export { decisionSubject } from './describe/decision-subject.ts';
export { describeApprovals, type ApprovalsToDescribe } from './describe/describe-approvals.ts';
export { peopleOfEnvironment } from './describe/describe-environment.ts';
export { describeDecision, type DecisionToDescribe } from './describe/describe-decision.ts';
export { changeSubject, controlReferences, controlsOfKind, describeOrigin } from './describe/describe-origin.ts';
export { describeSbom } from './describe/describe-sbom.ts';
export { describeScan } from './describe/describe-scan.ts';
export { keepingText } from './describe/keeping-text.ts';
export { platformText } from './describe/platform-text.ts';
export { digestAllowed, type DigestAnswer, type LedgerEntry, type RefusalReason } from './digest-allowed.ts';
export type { Details, EvidenceRecord, RecordOf, UnrecognisedRecord } from './evidence-record.ts';
export { formatIdentity, noIdentity, parseIdentity, type IdentityEntry } from './identity-entry.ts';
export type { IdentityStore, ProviderId } from './identity-store.ts';
export { EVIDENCE_KINDS, type EvidenceKind } from './kinds.ts';
export { pseudonymOf, resolvePseudonym, type Pseudonym } from './pseudonym.ts';
export { recordOf } from './read-record.ts';
export { RecordRefused } from './record-refused.ts';
export { refusalRecord } from './refusal-record.ts';
export { sealRecord } from './seal-record.ts';
export { timestampOf } from './timestamp-of.ts';
export { toolIdentity, type ToolIdentity } from './tool-identity.ts';
export type { Randomness } from './ulid.ts';
export { isReasonText } from './words.ts';
