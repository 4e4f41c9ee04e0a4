import type { RuleResult } from './decision.ts';
import type { Manifest } from './manifest.ts';
import { isBroken } from './rule-status.ts';

const STATUSES = ['fail', 'unknown', 'waived', 'pass', 'not_applicable'] as const;
const MODES = ['enforce', 'warn', 'shadow'] as const;
const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;

/** The rules as a person should meet them: what stands in the way before what does not, and the severe before the slight. */
export function firstThingsFirst(rules: readonly RuleResult[], manifest: Manifest): RuleResult[] {
  const severities = new Map(manifest.rules.map(({ id, severity }) => [id, SEVERITIES.indexOf(severity)]));
  const weight = ({ id, status, mode }: RuleResult): number[] => {
    return [isBroken(status) ? MODES.indexOf(mode) : MODES.length, STATUSES.indexOf(status), severities.get(id) ?? 0];
  };
  return [...rules].sort((a, b) => compare(weight(a), weight(b)));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
