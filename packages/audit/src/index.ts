export { renderReport } from './render/render-report.ts';
export type {
  Approval,
  Change,
  ControlCoverage,
  Deviation,
  DeviationKind,
  EvidenceRow,
  Image,
  Proof,
  ReportModel,
  RuleRow,
  RuleStatus,
  Scope,
  VerificationSummary,
} from './report-model.ts';
