import { NEEDS } from './needs.ts';
import type { Ruleset } from './reads/rulesets.ts';
import { seen, unseen, type Sight } from './sight.ts';
import type { Sights } from './sights.ts';

export type ApplicableRuleset = Pick<Ruleset, 'name' | 'bypassActors'>;

/**
 * The rulesets whose rules hold for the default branch, by the id that each rule names. One that the list of rulesets does not have, such
 * as an organisation's that this token may not see, is there all the same, and nobody knows who may bypass it.
 */
export function applicableRulesets({ rules, rulesets }: Pick<Sights, 'rules' | 'rulesets'>): Sight<readonly ApplicableRuleset[]> {
  if (!rules.seen) return rules;
  const ids = [...new Set(rules.value.map(({ ruleset_id: id }) => id))];
  if (ids.length === 0) return seen([]);
  if (!rulesets.seen) return rulesets;
  return seen(ids.map((id) => rulesets.value.find((ruleset) => ruleset.id === id) ?? unlisted(id)));
}

const unlisted = (id: number | undefined): ApplicableRuleset => ({
  name: id === undefined ? 'without id' : String(id),
  bypassActors: unseen('absent', NEEDS.bypassActors),
});
