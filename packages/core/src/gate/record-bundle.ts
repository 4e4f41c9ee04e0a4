import { canonicalJson } from '../canonical/canonical-json.ts';
import { sha256, type Sha256 } from '../canonical/digest.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import { ConfigurationError, TamperedError, type Outcome } from '../outcomes/index.ts';
import type { Policy } from '../policy/index.ts';
import type { BundledChange, BundledResult, DecisionBundle } from './decision-bundle.ts';
import type { WrittenRecord } from './evidence-log.ts';
import { faultEvidence } from './fault-evidence.ts';
import type { PipelineRun } from './origin-of-run.ts';
import { recordJudgement, type RecordedJudgement, type RecordingDependencies } from './record-judgement.ts';
import { resultOf, verdictOn, type Verdict } from './verdict.ts';

export interface BundleToRecord {
  readonly bundle: DecisionBundle;
  /** The reports that it names, in any order. */
  readonly reports: readonly Uint8Array[];
  /** The run that records: a bundle of another run, or of another attempt, is not about now. */
  readonly run: PipelineRun;
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
  readonly outcome: Extract<Outcome, 'allow' | 'deny' | 'invalid'>;
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
  requirePolicy(bundle, deps.policy);
  const agreed = bundle.changes.map((change) => ({ change, verdict: judgedAgain(change, request, deps.policy) }));
  const changes: RecordedChange[] = [];
  for (const { change, verdict } of agreed) changes.push(await record(change, verdict, { bundle, intent }, deps));
  return { outcome: outcomeOf(agreed.map(({ verdict }) => verdict)), changes };
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

function judgedAgain(change: BundledChange, { bundle, reports, run }: BundleToRecord, policy: Policy): Verdict {
  requireRun(change, run);
  const delivered = new Map(reports.map((bytes) => [sha256(bytes), bytes]));
  const named = change.reports.map((digest) => delivered.get(digest) ?? missing(digest));
  const verdict = verdictOn({ ...change, source: bundle.source, reports: named }, policy, bundle.evaluatedAt);
  requireAgreement(change.result, resultOf(verdict));
  return verdict;
}

/** A merge group is allowed only if every change in it is; one that nobody could judge weighs more than one that was denied. */
function outcomeOf(verdicts: readonly Verdict[]): RecordedBundle['outcome'] {
  if (verdicts.some(({ kind }) => kind === 'fault')) return 'invalid';
  return verdicts.every((each) => each.kind === 'judged' && each.judgement.decision.outcome === 'allow') ? 'allow' : 'deny';
}

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
  const text = (result: BundledResult): string => new TextDecoder().decode(canonicalJson({ ...result } satisfies JsonValue));
  if (text(claimed) === text(own)) return;
  throw new TamperedError('bundle/differs', {
    expected: `what the same rules say about the same facts: ${text(own)}`,
    found: text(claimed),
    at: 'with.decision',
    doThis: 'Nothing was recorded and nothing was allowed. Report it: the two jobs were given the same bytes and disagree.',
  });
}
