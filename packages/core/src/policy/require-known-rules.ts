import { ALWAYS_ON } from '../controls/registry/known-rules.ts';
import { MERGES_BYPASS } from '../exceptions/merges-bypass.ts';
import type { InputDocument } from '../context/index.ts';
import type { DecisionConfig } from './decision.ts';
import { engineFailure } from './engine-failure.ts';
import type { Manifest } from './manifest.ts';

/**
 * Everything that names a rule names one of this bundle: a rule id that matches nothing would be ignored in silence and mislead
 * whoever wrote it (conforma/cli#2549). Throws EngineError `policy/…`.
 */
export function requireKnownRules(
  { rules }: Manifest,
  input: InputDocument,
  { modes, controls, switchedOn }: DecisionConfig,
): void {
  const known = new Set(rules.map(({ id }) => id));
  // An invalid one excuses nothing, and `exceptions.validity` names it: an error here would also stop the change that mends it.
  const excused = input.exceptions.items.flatMap(({ rule, state }) =>
    state === 'invalid' || rule === MERGES_BYPASS.id ? [] : [rule],
  );
  const named = [...ALWAYS_ON, ...switchedOn, ...Object.keys(modes), ...Object.keys(controls), ...excused];
  const unknown = named.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw engineFailure('unknown-rule', 'a rule id of this policy bundle', unknown, 'correct the rule id in .proofrail/');
  if (switchedOn.length === 0) {
    throw engineFailure(
      'nothing-switched-on',
      'at least one rule that the registry switches on',
      'none',
      'switch on a rule in .proofrail/controls.yaml',
    );
  }
}
