import {
  ConfigurationError,
  EngineError,
  TamperedError,
  UnavailableError,
  type Failure,
  type FailureCode,
  type FailureDetail,
} from './failure.ts';

const CLASSES = {
  deny: EngineError,
  invalid: ConfigurationError,
  unavailable: UnavailableError,
  tampered: TamperedError,
} as const;

/** How a failure ends a run; it names the class. */
export type FailureOutcome = keyof typeof CLASSES;

/** A failure that ended another thread, made anew in this one: classes do not cross, their words do. */
export function failureOf(outcome: FailureOutcome, code: FailureCode, detail: FailureDetail): Failure {
  return new CLASSES[outcome](code, detail);
}
