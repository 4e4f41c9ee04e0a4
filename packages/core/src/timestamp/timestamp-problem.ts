/** Why a time-stamp does not count (docs/errors.md). */
export type TimestampProblem =
  | 'timestamp/form'
  | 'timestamp/refused'
  | 'timestamp/imprint'
  | 'timestamp/nonce'
  | 'timestamp/no-certificate'
  | 'timestamp/signature'
  | 'timestamp/purpose'
  | 'timestamp/untrusted'
  | 'timestamp/expired'
  | 'timestamp/policy';

/** Of an answer that is a problem or a time-stamp. */
export const isTimestampProblem = (answer: unknown): answer is TimestampProblem => typeof answer === 'string';
