import type { Sha256 } from '../canonical/digest.ts';
import type { FactsDocument, InputDocument } from '../context/index.ts';
import type { Policy } from '../policy/index.ts';
import type { WrittenRecord } from './evidence-log.ts';
import { faultEvidence } from './fault-evidence.ts';
import { recordJudgement, type RecordedJudgement, type RecordingDependencies } from './record-judgement.ts';
import type { Verdict } from './verdict.ts';

export interface RecordedChange {
  readonly verdict: Verdict;
  readonly decision: WrittenRecord;
  /** Null where the change could not be judged. */
  readonly recorded: RecordedJudgement | null;
}

export interface VerdictContext {
  /** Epoch seconds at which it was judged. */
  readonly at: number;
  readonly source: InputDocument['facts'];
  readonly intent: Sha256;
}

/** What became of one change, as evidence: that it could not be judged is on record too. */
export async function recordVerdict(
  facts: FactsDocument,
  verdict: Verdict,
  { at, source, intent }: VerdictContext,
  deps: Omit<RecordingDependencies, 'manifest'> & { readonly policy: Policy },
): Promise<RecordedChange> {
  const { manifest } = deps.policy;
  if (verdict.kind === 'judged') {
    const recorded = await recordJudgement(verdict.judgement, intent, { ...deps, manifest });
    return { verdict, recorded, decision: recorded.decision };
  }
  const context = { at, intent, manifest, product: deps.product };
  return {
    verdict,
    recorded: null,
    decision: await deps.evidence.append(faultEvidence({ facts, source }, verdict.fault, context)),
  };
}
