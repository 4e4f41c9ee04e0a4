/** What the module is asked for (`decision.rego`): all rules at once. */
export const ALL_RULES = 'proofrail/decision';

/** One rule alone. */
export const ruleAlone = (id: string): string => `proofrail/verdict_of/${id}`;

/** All of them, as `opa build --entrypoint` names them. `ids`: of the rules, in the manifest's order. */
export const entrypoints = (ids: readonly string[]): string[] => [ALL_RULES, ...ids.map(ruleAlone)];
