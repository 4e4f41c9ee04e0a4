import type { Policy } from '../policy/index.ts';
import type { DecisionBundle } from './decision-bundle.ts';
import { bundled, verdictOn, type DecidedChange, type UnjudgedChange } from './verdict.ts';

export interface DecidedChanges extends Pick<DecisionBundle, 'evaluatedAt' | 'source'> {
  readonly decided: readonly DecidedChange<UnjudgedChange>[];
  /** For another job to record. Made when it is asked for: the job that records by itself has no use for the digests in it. */
  bundle(): DecisionBundle;
}

/** The deciding half of the gate: needs no ledger and writes nothing. `at`: epoch seconds. */
export function decideChanges(changes: readonly UnjudgedChange[], policy: Policy, at: number): DecidedChanges {
  const decided = changes.map((change) => ({ change, verdict: verdictOn(change, policy, at) }));
  const source = changes.every((change) => change.source === 'read') ? 'read' : 'given';
  const bundle = () =>
    ({
      evaluatedAt: at,
      source,
      policy: policy.manifest.policy,
      changes: decided.map(({ change, verdict }) => bundled(change, verdict)),
    }) satisfies DecisionBundle;
  return { evaluatedAt: at, source, decided, bundle };
}
