import type { Sha256 } from '@proofrail/core/canonical';
import { BYPASS_REASONS, UNVERIFIED_REASONS } from '@proofrail/core/merges';
import type { Change, Landing } from '../report-model.ts';
import type { ChangeEntry } from './changes.ts';
import { doubtsAbout, type Doubts } from './doubts.ts';
import { isKind, proofOf, timeOf, type PlacedRecord, type RecordOf } from './placed-record.ts';

/** One row for each commit on a protected branch that the merge verifier looked at. */
export function landingsOf(shown: readonly PlacedRecord[], changes: readonly ChangeEntry[], doubts: Doubts): Landing[] {
  // The first of a name wins: a copy of a decision in another stream must not take the link of the one that was made.
  const decisions = new Map([...changes].reverse().map(({ decided, change }) => [decided.placed.digest, change]));
  const rows = shown.flatMap((entry): Omit<Landing, 'anchor'>[] => {
    if (isKind('change.merged')(entry)) return [merged(entry, decisions, doubts)];
    return isKind('change.bypass')(entry) ? [bypassed(entry, doubts)] : [];
  });
  return rows.sort((a, b) => a.at - b.at).map((row, index) => ({ ...row, anchor: `landing-${index + 1}` }));
}

function merged(
  entry: RecordOf<'change.merged'>,
  decisions: ReadonlyMap<Sha256, Change>,
  doubts: Doubts,
): Omit<Landing, 'anchor'> {
  const { commit, method, pull_request: pullRequest, decision, pushed_by: pushedBy } = entry.record.details;
  const allowed = decisions.get(decision);
  const common = commonOf(entry, doubts);
  return {
    ...common,
    doubts: [...new Set([...common.doubts, ...(allowed?.doubts ?? [])])],
    commit,
    state: 'merged',
    how: METHODS[method],
    pullRequest,
    change: allowed?.anchor ?? null,
    exception: null,
    pushedBy,
  };
}

function bypassed(entry: RecordOf<'change.bypass'>, doubts: Doubts): Omit<Landing, 'anchor'> {
  const { commit, state, reason, exception, pull_request: pullRequest, pushed_by: pushedBy } = entry.record.details;
  return {
    ...commonOf(entry, doubts),
    commit,
    state,
    how: reasonSentence(reason),
    pullRequest,
    change: null,
    exception,
    pushedBy,
  };
}

const commonOf = (
  entry: RecordOf<'change.merged'> | RecordOf<'change.bypass'>,
  doubts: Doubts,
): Pick<Landing, 'at' | 'facts' | 'doubts' | 'proof'> => ({
  at: timeOf(entry),
  facts: entry.record.evidence.facts,
  doubts: doubtsAbout(entry, doubts),
  proof: proofOf(entry),
});

const METHODS = {
  'squash-or-rebase': 'squashed or rebased, one commit',
  rebase: 'rebased',
  merge: 'merge commit',
  'merge-group': 'merge queue',
} as const;

export const reasonSentence = (reason: string): string => sentences.get(reason) ?? `${reason}, a reason of another version`;

const sentences: ReadonlyMap<string, string> = new Map(Object.entries({ ...BYPASS_REASONS, ...UNVERIFIED_REASONS }));
