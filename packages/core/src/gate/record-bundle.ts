import type { Sha256 } from '../canonical/digest.ts';
import type { Policy } from '../policy/index.ts';
import { confirmBundle, type BundleToConfirm } from './confirm-bundle.ts';
import type { BundledChange } from './decision-bundle.ts';
import type { WrittenRecord } from './evidence-log.ts';
import { faultEvidence } from './fault-evidence.ts';
import { outcomeOfVerdicts, type VerdictOutcome } from './outcome-of-verdicts.ts';
import { recordJudgement, type RecordedJudgement, type RecordingDependencies } from './record-judgement.ts';
import type { Verdict } from './verdict.ts';

export interface BundleToRecord extends BundleToConfirm {
  readonly intent: Sha256;
}

export interface BundleDependencies extends Omit<RecordingDependencies, 'manifest'> {
  readonly policy: Policy;
}

export interface RecordedChange {
  readonly verdict: Verdict;
  readonly decision: WrittenRecord;
  /** Null where the change could not be judged. */
  readonly recorded: RecordedJudgement | null;
}

export interface RecordedBundle {
  readonly outcome: VerdictOutcome;
  readonly changes: readonly RecordedChange[];
}

/**
 * Decides everything again from the bytes of the bundle, and records it if both jobs agree. All of it is compared before the first
 * record is written, so that half a bundle never becomes evidence.
 *
 * @throws TamperedError `bundle/differs`; ConfigurationError `bundle/another-run`, `bundle/another-policy`, `bundle/no-report`
 */
export async function recordBundle(request: BundleToRecord, deps: BundleDependencies): Promise<RecordedBundle> {
  const { bundle, intent } = request;
  const verdicts = confirmBundle(request, deps.policy);
  const changes: RecordedChange[] = [];
  for (const [index, change] of bundle.changes.entries()) {
    const verdict = verdicts[index];
    if (verdict !== undefined) changes.push(await record(change, verdict, { bundle, intent }, deps));
  }
  return { outcome: outcomeOfVerdicts(verdicts), changes };
}

async function record(
  { facts }: BundledChange,
  verdict: Verdict,
  { bundle, intent }: Pick<BundleToRecord, 'bundle' | 'intent'>,
  deps: BundleDependencies,
): Promise<RecordedChange> {
  const { manifest } = deps.policy;
  if (verdict.kind === 'judged') {
    const recorded = await recordJudgement(verdict.judgement, intent, { ...deps, manifest });
    return { verdict, recorded, decision: recorded.decision };
  }
  const context = { at: bundle.evaluatedAt, intent, manifest, product: deps.product };
  const decision = await deps.evidence.append(faultEvidence({ facts, source: bundle.source }, verdict.fault, context));
  return { verdict, recorded: null, decision };
}
