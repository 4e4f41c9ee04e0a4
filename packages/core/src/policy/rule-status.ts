/** The host adds `waived` (an exception in force) and `unknown` (a fact that the rule reads could not be read). */
export const RULE_STATUSES = ['pass', 'fail', 'not_applicable', 'waived', 'unknown'] as const;
export type RuleStatus = (typeof RULE_STATUSES)[number];

/** Whether the rule did not hold and nobody has accepted that: what is unknown counts like a failure. */
export const isBroken = (status: RuleStatus): boolean => status === 'fail' || status === 'unknown';
