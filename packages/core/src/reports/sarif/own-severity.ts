import type { Severity } from '../../facts/words.ts';
import type { JsonCursor } from '../../documents/index.ts';
import { statedLevel } from './level.ts';
import type { Rule, RuleIndex } from './rule-index.ts';
import { severityOfLevel } from './security-severity.ts';

/** A line of the message, as Trivy has it. */
const SEVERITY_LINE = /^Severity: (critical|high|medium|low|unknown)\s*$/im;

/** How grave a result calls itself, whatever its rule says; null where it leaves that to the rule. */
export function ownSeverity(result: JsonCursor): Severity | null {
  const [, written] = SEVERITY_LINE.exec(result.object('message')?.text('text') ?? '') ?? [];
  if (written !== undefined) return written.toLowerCase() as Severity;
  const level = statedLevel(result);
  return level === null ? null : severityOfLevel(level);
}

/**
 * The rules whose results call themselves unequally grave. Trivy has one rule for a CVE in several packages, and writes over its score with
 * each: the last and least one would speak for all.
 */
export function contestedRules(results: readonly JsonCursor[], rules: RuleIndex): ReadonlySet<Rule> {
  const said = new Map<Rule, Severity>();
  const contested = new Set<Rule>();
  for (const result of results) {
    const rule = (result.text('kind') ?? 'fail') === 'fail' ? rules.ruleOf(result) : null;
    const own = rule?.severity == null ? null : ownSeverity(result);
    if (rule === null || own === null) continue;
    if ((said.get(rule) ?? own) !== own) contested.add(rule);
    said.set(rule, own);
  }
  return contested;
}
