import type { Policy } from '../policy/index.ts';
import type { DecisionBundle } from './decision-bundle.ts';
import { bundled, verdictOn, type DecidedChange, type UnjudgedChange } from './verdict.ts';

export interface DecidedChanges {
  readonly bundle: DecisionBundle;
  readonly decided: readonly DecidedChange<UnjudgedChange>[];
}

/** The deciding half of the gate: needs no ledger and writes nothing. `at`: epoch seconds. */
export function decideChanges(changes: readonly UnjudgedChange[], policy: Policy, at: number): DecidedChanges {
  const decided = changes.map((change) => ({ change, verdict: verdictOn(change, policy, at) }));
  return {
    bundle: {
      evaluatedAt: at,
      source: changes.every(({ source }) => source === 'read') ? 'read' : 'given',
      policy: policy.manifest.policy,
      changes: decided.map(({ change, verdict }) => bundled(change, verdict)),
    },
    decided,
  };
}
