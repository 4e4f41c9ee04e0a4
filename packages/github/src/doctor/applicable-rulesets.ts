import type { Ruleset } from './reads/rulesets.ts';
import { seen, type Sight } from './sight.ts';
import type { Sights } from './sights.ts';

/** The rulesets whose rules hold for the default branch, by the id that each rule names. */
export function applicableRulesets({ rules, rulesets }: Pick<Sights, 'rules' | 'rulesets'>): Sight<readonly Ruleset[]> {
  if (!rules.seen) return rules;
  const ids = new Set(rules.value.map(({ ruleset_id: id }) => id));
  if (ids.size === 0) return seen([]);
  return rulesets.seen ? seen(rulesets.value.filter(({ id }) => ids.has(id))) : rulesets;
}
