import { ALWAYS_ON } from '../controls/registry/known-rules.ts';
import type { DecisionConfig, RuleMode } from './decision.ts';
import type { ManifestRule } from './manifest.ts';

/** They guard the gate's own house: no registry lowers them or leaves them out, and they say nothing about the change. */
export const guards = (id: string): boolean => (ALWAYS_ON as readonly string[]).includes(id);

/** Null: the registry does not ask for this rule, so it is neither judged nor reported. */
export function modeOf({ id }: ManifestRule, { modes, switchedOn }: DecisionConfig): RuleMode | null {
  if (guards(id)) return 'enforce';
  const mode = Object.hasOwn(modes, id) ? modes[id] : undefined;
  if (switchedOn.includes(id)) return mode ?? 'enforce';
  return mode === 'shadow' ? 'shadow' : null;
}
