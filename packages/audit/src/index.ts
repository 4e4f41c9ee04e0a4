export { buildReport, type ReportSelection, type VerifiedHow } from './build/build-report.ts';
export { gathered, Gathering, type GatheredRecords } from './build/gathering.ts';
export { placedRecord, type PlacedRecord } from './build/placed-record.ts';
export { renderReport, reportPieces } from './render/render-report.ts';
export { dayEnding, dayStarting } from './render/whole-day.ts';
export { countDeviations } from './report-model.ts';
export type { PlatformRun, PlatformWord, PlatformWorkflow, Proof, Signature, Writer } from './proof-model.ts';
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
  ReportModel,
  Review,
  RuleRow,
  Scope,
  VerificationSummary,
} from './report-model.ts';
