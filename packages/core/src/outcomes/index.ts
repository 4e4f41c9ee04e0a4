export { exitCode, worstOutcome, type CheckOutcome, type ExitCode, type Outcome } from './outcome.ts';
export {
  ConfigurationError,
  EngineError,
  Failure,
  TamperedError,
  UnavailableError,
  type FailureCode,
  type FailureDetail,
} from './failure.ts';
export { failureOf, type FailureOutcome } from './failure-of.ts';
