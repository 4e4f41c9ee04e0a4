/** Why, as a code of the manifest and the values for its template. Values may be text of outsiders: escape before showing. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const ANSWER_STATUSES = ['pass', 'fail', 'not_applicable'] as const;
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

/**
 * What one rule answered, its reasons in a fixed order. With `fail` there is at least one; a `pass` has some where it must not go unsaid
 * on what it rests; with `not_applicable` there is none.
 */
export interface RuleAnswer {
  readonly id: string;
  readonly status: AnswerStatus;
  readonly reasons: readonly Reason[];
}
