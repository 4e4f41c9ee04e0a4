const RESULT = 'policy.decision';

/**
 * What has to be there once the deadline of an intent has passed. A decision is the whole result: it names the facts that it rests on, and
 * a change without a scanner has no scan. Without one in the announcement every kind is owed.
 */
export const owedKinds = (expected: readonly string[]): readonly string[] => (expected.includes(RESULT) ? [RESULT] : expected);
