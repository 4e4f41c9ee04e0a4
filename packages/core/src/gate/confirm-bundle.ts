import { canonicalJson } from '../canonical/canonical-json.ts';
import type { Sha256 } from '../canonical/digest.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import { ConfigurationError, TamperedError } from '../outcomes/index.ts';
import { isOutOfTime, withoutTime, type Policy } from '../policy/index.ts';
import { byDigest } from './by-digest.ts';
import type { BundledChange, BundledResult, DecisionBundle } from './decision-bundle.ts';
import type { PipelineRun } from './origin-of-run.ts';
import { resultOf, verdictOn, type DecidedChange, type Verdict } from './verdict.ts';

export interface BundleToConfirm {
  readonly bundle: DecisionBundle;
  /** The reports that it names, and the answers, in any order. */
  readonly reports: readonly Uint8Array[];
  /** The run that asks: a bundle of another run, or of another attempt, is not about now. */
  readonly run: PipelineRun;
}

/**
 * The changes of a bundle with their verdicts, come to again from its bytes alone. `delivered`: the reports, where they are hashed already.
 *
 * @throws TamperedError `bundle/differs`; ConfigurationError `bundle/another-run`, `bundle/another-policy`, `bundle/no-report`
 */
export function confirmBundle(
  request: BundleToConfirm,
  policy: Policy,
  delivered = byDigest(request.reports),
): DecidedChange<BundledChange>[] {
  requirePolicy(request.bundle, policy);
  return request.bundle.changes.map((change) => ({ change, verdict: judgedAgain(change, delivered, request, policy) }));
}

function judgedAgain(
  change: BundledChange,
  delivered: ReadonlyMap<Sha256, Uint8Array>,
  { bundle, run }: BundleToConfirm,
  policy: Policy,
): Verdict {
  requireRun(change, run);
  const named = change.reports.map((digest) => delivered.get(digest) ?? missing(digest));
  const verdict = verdictOn({ ...change, source: bundle.source, reports: named }, policy, bundle.evaluatedAt);
  return agreed(change.result, verdict);
}

/** Where one of both had no time to judge, that is what stands, and is recorded: a denial, whatever the other says. */
function agreed(claimed: BundledResult, own: Verdict): Verdict {
  if (own.kind === 'judged') {
    const { judgement } = own;
    if (isOutOfTime(judgement.decision)) return own;
    const late: Verdict = { kind: 'judged', judgement: { ...judgement, decision: withoutTime(judgement.decision) } };
    if (textOf(claimed) === textOf(resultOf(late))) return late;
  }
  requireAgreement(claimed, resultOf(own));
  return own;
}

const textOf = (result: BundledResult): string => new TextDecoder().decode(canonicalJson({ ...result } satisfies JsonValue));

function requireRun({ facts }: BundledChange, { repository, run }: PipelineRun): void {
  const own = `repository ${repository.id}, run ${run.id}, attempt ${run.attempt}`;
  const found = `repository ${facts.repository.id}, run ${facts.run.id}, attempt ${facts.run.attempt}`;
  if (found === own) return;
  throw new ConfigurationError('bundle/another-run', {
    expected: `a decision of this very run: ${own}`,
    found,
    at: 'with.decision',
    doThis: 'Run all jobs again, not the failed ones alone: a decision of an earlier attempt says nothing about now.',
  });
}

function requirePolicy(bundle: DecisionBundle, { manifest }: Policy): void {
  if (bundle.policy === manifest.policy) return;
  throw new ConfigurationError('bundle/another-policy', {
    expected: `a decision by the rules that this action carries, ${manifest.policy}`,
    found: bundle.policy,
    at: 'with.decision',
    doThis: 'Use one and the same commit of Proofrail in both jobs.',
  });
}

function missing(digest: Sha256): never {
  throw new ConfigurationError('bundle/no-report', {
    expected: `the report ${digest}, which the decision rests on`,
    found: 'nothing',
    at: 'with.decision',
    doThis: 'Download the whole artifact: the reports lie beside the decision.',
  });
}

function requireAgreement(claimed: BundledResult, own: BundledResult): void {
  if (textOf(claimed) === textOf(own)) return;
  throw new TamperedError('bundle/differs', {
    expected: `what the same rules say about the same facts: ${textOf(own)}`,
    found: textOf(claimed),
    at: 'with.decision',
    doThis: 'Nothing was recorded and nothing was allowed. Report it: the two jobs were given the same bytes and disagree.',
  });
}
