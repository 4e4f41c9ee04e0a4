export { buildReport, type ReportSelection } from './build/build-report.ts';
export type { PlacedRecord } from './build/placed-record.ts';
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
