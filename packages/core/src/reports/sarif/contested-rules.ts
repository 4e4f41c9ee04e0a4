import type { Severity } from '../../facts/words.ts';
import type { JsonCursor } from '../../documents/index.ts';
import { ownSeverity } from './own-severity.ts';
import { kindOf } from './result-kind.ts';
import type { Rule, RuleIndex } from './rule-index.ts';

/**
 * The rules whose results call themselves unequally grave. Trivy has one rule for a CVE in several packages, and writes over its score with
 * each: the last and least one would speak for all.
 */
export function contestedRules(results: readonly JsonCursor[], rules: RuleIndex): ReadonlySet<Rule> {
  const said = new Map<Rule, Severity>();
  const contested = new Set<Rule>();
  for (const result of results.filter((one) => kindOf(one) === 'fail')) {
    const rule = rules.ruleOf(result);
    if (rule === null || rule.severity === null) continue; // without a score nothing speaks for all
    const own = ownSeverity(result);
    if (own === null) continue;
    if ((said.get(rule) ?? own) !== own) contested.add(rule);
    said.set(rule, own);
  }
  return contested;
}
