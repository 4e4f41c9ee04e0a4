/** Why, as a code of the manifest and the values for its template. Values may be text of outsiders: escape before showing. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const ANSWER_STATUSES = ['pass', 'fail', 'not_applicable'] as const;
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

/** What one rule answered. Reasons come only with `fail`, at least one, in a fixed order. */
export interface RuleAnswer {
  readonly id: string;
  readonly status: AnswerStatus;
  readonly reasons: readonly Reason[];
}
