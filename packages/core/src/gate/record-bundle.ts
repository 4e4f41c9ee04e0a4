import type { Sha256 } from '../canonical/digest.ts';
import { answersHandedOn } from '../context/index.ts';
import type { Policy } from '../policy/index.ts';
import { byDigest } from './by-digest.ts';
import { confirmBundle, type BundleToConfirm } from './confirm-bundle.ts';
import { outcomeOfVerdicts, type VerdictOutcome } from './outcome-of-verdicts.ts';
import type { RecordingDependencies } from './record-judgement.ts';
import { recordVerdict, type RecordedChange } from './record-verdict.ts';

export interface BundleToRecord extends BundleToConfirm {
  readonly intent: Sha256;
}

export interface BundleDependencies extends Omit<RecordingDependencies, 'manifest'> {
  readonly policy: Policy;
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
  const { evaluatedAt: at, source } = request.bundle;
  const delivered = byDigest(request.reports);
  const decided = confirmBundle(request, deps.policy, delivered);
  const changes: RecordedChange[] = [];
  for (const { change, verdict } of decided) {
    const answers = answersHandedOn(change.answers, delivered);
    changes.push(await recordVerdict({ change: { ...change, answers }, verdict }, { at, source, intent: request.intent }, deps));
  }
  return { outcome: outcomeOfVerdicts(decided), changes };
}
