import { hexOf, sha256 } from '@proofrail/core/canonical';
import { decideChanges, formatDecisionBundle, outcomeOfVerdicts, type UnjudgedChange, type Verdict } from '@proofrail/core/gate';
import type { VerdictOutcome } from '@proofrail/core/gate';
import type { Clock } from '@proofrail/core/ports';
import type { Policy } from '@proofrail/core/policy';

export interface DecidingDependencies {
  readonly clock: Clock;
  readonly policy: Policy;
  /** Keeps files as an artifact of the run, and gives back its id. */
  handOn(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<string>;
}

export interface Decided {
  readonly outcome: VerdictOutcome;
  readonly verdicts: readonly Verdict[];
  readonly outputs: Readonly<Record<string, string>>;
}

/** Decides and hands on; the job that records decides again from the same bytes, and refuses if the two disagree. */
export async function decide(changes: readonly UnjudgedChange[], deps: DecidingDependencies): Promise<Decided> {
  const { bundle, verdicts } = decideChanges(changes, deps.policy, Math.floor(deps.clock.now() / 1000));
  const bytes = formatDecisionBundle(bundle);
  const reports = new Map(changes.flatMap((each) => each.reports.map((report) => [hexOf(sha256(report)), report] as const)));
  const artifact = await deps.handOn([
    { name: 'decision.json', bytes },
    ...[...reports].map(([name, report]) => ({ name, bytes: report })),
  ]);
  const outcome = outcomeOfVerdicts(verdicts);
  return {
    outcome,
    verdicts,
    outputs: {
      ...(outcome === 'invalid' ? {} : { outcome }),
      'bundle-artifact': artifact,
      'bundle-digest': sha256(bytes),
    },
  };
}
