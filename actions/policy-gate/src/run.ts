import {
  decideChanges,
  intentOf,
  originOfRun,
  outcomeOfVerdicts,
  recordVerdict,
  type EvidenceLog,
  type Product,
  type RecordedChange,
  type Verdict,
  type VerdictOutcome,
} from '@proofrail/core/gate';
import type { IdentityStore } from '@proofrail/core/evidence';
import type { Clock } from '@proofrail/core/ports';
import type { Manifest, Policy } from '@proofrail/core/policy';
import type { MissingPermission } from '@proofrail/github';
import type { RunContext } from '@proofrail/runner';
import type { Collection } from './facts/collect.ts';

/** Where this run may leave evidence. */
export interface EvidenceDesk {
  readonly evidence: EvidenceLog;
  readonly identities: IdentityStore;
}

/** What the gate needs from outside. Readers throw ConfigurationError or UnavailableError; none gives back half of anything. */
export interface Dependencies {
  readonly context: RunContext;
  /** The commit that the run is about, by the event's word. */
  readonly commit: string;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly product: Product;
  /** Null for a run without an identity to write with: it decides, and the evidence is written at merge. */
  readonly desk: EvidenceDesk | null;
  collect(): Promise<Collection>;
}

/** One change with what became of it. */
export interface GatedChange {
  readonly verdict: Verdict;
  /** Null where this job writes no evidence. */
  readonly written: RecordedChange | null;
}

/** Who records the decision: by this step, by another job of the run, or, without an identity to write with, when the change is merged. */
export type Recording = 'here' | 'in-another-job' | 'at-merge';

/** How the gate ended: one change for a pull request, each of its pull requests for a merge group. */
export interface Gated {
  readonly outcome: VerdictOutcome;
  readonly changes: readonly GatedChange[];
  readonly recording: Recording;
  /** Permissions that the job lacked: what they would have shown is unknown. */
  readonly missing: readonly MissingPermission[];
  readonly manifest: Manifest;
}

/** Says that it will, reads, decides, and leaves what it decided as evidence before anybody hears of it. */
export async function run(deps: Dependencies): Promise<Gated> {
  const { context, commit, clock, policy, product, desk } = deps;
  const origin = originOfRun(context, product);
  const intent = await desk?.evidence.append(intentOf(context, { subject: { commit }, origin, at: clock.now() }));
  const { changes, missing } = await deps.collect();
  const { evaluatedAt, source, decided } = decideChanges(changes, policy, Math.floor(clock.now() / 1000));
  const ended = { outcome: outcomeOfVerdicts(decided), missing, manifest: policy.manifest };
  if (intent === undefined || desk === null)
    return { ...ended, recording: 'at-merge', changes: decided.map(({ verdict }) => ({ verdict, written: null })) };
  const verdictContext = { at: evaluatedAt, source, intent: intent.receipt.record };
  const written: RecordedChange[] = [];
  for (const one of decided) written.push(await recordVerdict(one, verdictContext, { ...deps, ...desk }));
  return { ...ended, recording: 'here', changes: written.map((each) => ({ verdict: each.verdict, written: each })) };
}
