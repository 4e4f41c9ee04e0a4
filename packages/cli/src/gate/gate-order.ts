import type { Manifest, RuleResult } from '@proofrail/core/policy';

const STATUSES = ['fail', 'unknown', 'waived', 'pass', 'not_applicable'] as const;
const MODES = ['enforce', 'warn', 'shadow'] as const;
const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;

/** What stands in the way before what does not, and the grave before the slight. */
export function gateOrder(rules: readonly RuleResult[], manifest: Manifest): RuleResult[] {
  const severity = new Map(manifest.rules.map((rule) => [rule.id, SEVERITIES.indexOf(rule.severity)]));
  const weight = (rule: RuleResult): number =>
    STATUSES.indexOf(rule.status) * 100 + MODES.indexOf(rule.mode) * 10 + (severity.get(rule.id) ?? SEVERITIES.length);
  return [...rules].sort((a, b) => weight(a) - weight(b));
}

/** Does this answer alone deny the change? */
export const isInTheWay = ({ mode, status }: RuleResult): boolean =>
  mode === 'enforce' && (status === 'fail' || status === 'unknown');
