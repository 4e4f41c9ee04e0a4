export { buildReport, type ReportSelection } from './build/build-report.ts';
export type { PlacedRecord } from './build/placed-record.ts';
export { renderReport } from './render/render-report.ts';
export type {
  Approval,
  Asked,
  Change,
  Check,
  ControlCoverage,
  Deviation,
  DeviationKind,
  Environment,
  EvidenceRow,
  Image,
  Landing,
  PlatformRun,
  PlatformWord,
  PlatformWorkflow,
  Proof,
  ReportModel,
  Review,
  RuleRow,
  RuleStatus,
  Scope,
  Signature,
  VerificationSummary,
  Writer,
} from './report-model.ts';
