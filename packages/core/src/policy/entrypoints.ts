/** What the module is asked for (`decision.rego`): all rules at once. */
export const ALL_RULES = 'proofrail/decision';

/** The rule that `data.asked` names, and no other. One entrypoint for each rule would cost every decision two milliseconds (measured). */
export const RULE_ALONE = 'proofrail/alone';

/** As `opa build --entrypoint` names them. */
export const ENTRYPOINTS = [ALL_RULES, RULE_ALONE] as const;
