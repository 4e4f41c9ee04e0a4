import type { Outcome } from './outcome.ts';

/** What a person needs to mend a failure. Every field is plain text that may hold untrusted bytes: escape before showing. */
export interface FailureDetail {
  readonly expected: string;
  readonly found: string;
  /** Where: `file`, `file:line:column`, or `file#/json/pointer`. */
  readonly at: string;
  readonly doThis: string;
  readonly cause?: unknown;
}

/** `area/what-is-wrong`, stable, documented in docs/errors.md. */
export type FailureCode = `${string}/${string}`;

/** An end that is not an answer: the run stops, says why, and has written nothing halfway (design §10). */
export abstract class Failure extends Error {
  abstract readonly outcome: Exclude<Outcome, 'allow' | 'provisional'>;
  readonly code: FailureCode;
  readonly expected: string;
  readonly found: string;
  readonly at: string;
  readonly doThis: string;

  constructor(code: FailureCode, detail: FailureDetail) {
    super(`${code}: expected ${detail.expected}; found ${detail.found} (${detail.at}). ${detail.doThis}`, {
      cause: detail.cause,
    });
    this.name = new.target.name;
    this.code = code;
    this.expected = detail.expected;
    this.found = detail.found;
    this.at = detail.at;
    this.doThis = detail.doThis;
  }
}

/** Input or configuration that cannot be used: exit 2. */
export class ConfigurationError extends Failure {
  readonly outcome = 'invalid';
}

/** Infrastructure that did not answer, or refused: exit 3. */
export class UnavailableError extends Failure {
  readonly outcome = 'unavailable';
}

/** Bytes that are not what a signature or a digest says: exit 4. */
export class TamperedError extends Failure {
  readonly outcome = 'tampered';
}

/** The engine could not decide: a denial whose cause is an error, never a pass (decisions.md, Outcomes): exit 1. */
export class EngineError extends Failure {
  readonly outcome = 'deny';
}
