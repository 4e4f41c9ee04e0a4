/** What the module is asked for (`decision.rego`): all rules at once. */
export const ALL_RULES = 'proofrail/decision';

/** The rule that `data.asked` names, and no other. One entrypoint for all of them: each more is compiled for every decision. */
export const RULE_ALONE = 'proofrail/alone';

/** As `opa build --entrypoint` names them. */
export const ENTRYPOINTS = [ALL_RULES, RULE_ALONE] as const;
