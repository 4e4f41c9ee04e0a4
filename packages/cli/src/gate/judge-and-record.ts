import type { Retention } from '@proofrail/core/controls';
import {
  intentOf,
  originOf,
  readAndJudge,
  recordVerdict,
  retentionOf,
  type BundleDependencies,
  type Judgement,
  type UnreadChange,
  type WrittenRecord,
} from '@proofrail/core/gate';
import { NO_ANSWERS } from '@proofrail/core/context';
import { changeSubject } from '@proofrail/core/evidence';
import type { Clock } from '@proofrail/core/ports';

export interface JudgedAndRecorded {
  readonly judgement: Judgement;
  /** The intent first, the decision last. */
  readonly written: readonly [...WrittenRecord[], WrittenRecord];
  readonly decision: WrittenRecord;
  /** Whether the ledger keeps the decision as long as the registry asks. */
  readonly retention: Retention;
}

/**
 * Gates one change: says that it will, reads, decides, and leaves what it decided as evidence.
 *
 * @throws ConfigurationError what makes a decision impossible, after recording that; UnavailableError, TamperedError of a ledger that
 * cannot be written
 */
export async function judgeAndRecord(
  change: UnreadChange,
  deps: BundleDependencies & { readonly clock: Clock },
): Promise<JudgedAndRecorded> {
  const { evidence, policy, product, clock } = deps;
  const intent = await evidence.append(intentOfChange(change, { product, at: clock.now() }));
  const at = Math.floor(clock.now() / 1000);
  const verdict = readAndJudge(change, policy, at);
  const context = { at, source: change.source, intent: intent.receipt.record };
  const { scans, approvals, decision } = await recordVerdict(
    { change: { ...change, answers: NO_ANSWERS }, verdict },
    context,
    deps,
  );
  if (verdict.kind === 'fault') throw verdict.fault;
  const written = [intent, ...scans, ...(approvals === null ? [] : [approvals]), decision] as const;
  return { judgement: verdict.judgement, written, decision, retention: retentionOf(verdict.judgement, decision, clock.now()) };
}

/** The facts are read by then: they say which run it is, and which stream the intent belongs to. */
function intentOfChange(
  { facts, source }: UnreadChange,
  { product, at }: Pick<BundleDependencies, 'product'> & { readonly at: number },
) {
  const { repository, run, change } = facts;
  const origin = originOf(facts, source, product, 'n_a');
  return intentOf({ repository, run, event: run.event }, { subject: changeSubject(change), origin, at });
}
