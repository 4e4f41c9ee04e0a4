import type { Sha256 } from '../canonical/digest.ts';
import type { Answers, FactsDocument, InputDocument } from '../context/index.ts';
import type { Policy } from '../policy/index.ts';
import { faultEvidence } from './fault-evidence.ts';
import { keepAnswers } from './keep-answers.ts';
import { recordJudgement, type RecordedJudgement, type RecordingDependencies } from './record-judgement.ts';
import type { DecidedChange, Verdict } from './verdict.ts';

/** What is on record of one change. Of one that could not be judged it is the decision alone. */
export interface RecordedChange extends RecordedJudgement {
  readonly verdict: Verdict;
}

export interface VerdictContext {
  /** Epoch seconds at which it was judged. */
  readonly at: number;
  readonly source: InputDocument['facts'];
  readonly intent: Sha256;
}

/** What became of one change, as evidence: that it could not be judged is on record too. */
export async function recordVerdict(
  { change: { facts, answers }, verdict }: DecidedChange<{ readonly facts: FactsDocument; readonly answers: Answers }>,
  { at, source, intent }: VerdictContext,
  deps: Omit<RecordingDependencies, 'manifest'> & { readonly policy: Policy },
): Promise<RecordedChange> {
  const { manifest } = deps.policy;
  if (verdict.kind === 'judged') {
    return { verdict, ...(await recordJudgement(verdict.judgement, { intent, answers }, { ...deps, manifest })) };
  }
  const context = { at, intent, manifest, product: deps.product, answers: await keepAnswers(answers, deps.evidence) };
  const decision = await deps.evidence.append(faultEvidence({ facts, source }, verdict.fault, context));
  return { verdict, scans: [], approvals: null, decision };
}
