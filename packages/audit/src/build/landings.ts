import type { Sha256 } from '@proofrail/core/canonical';
import { BYPASS_REASONS, UNVERIFIED_REASONS } from '@proofrail/core/merges';
import type { Landing } from '../report-model.ts';
import type { ChangeEntry } from './changes.ts';
import { isKind, proofOf, timeOf, type PlacedRecord, type RecordOf } from './placed-record.ts';

/** One row for each commit on a protected branch that the merge verifier looked at. */
export function landingsOf(shown: readonly PlacedRecord[], changes: readonly ChangeEntry[]): Landing[] {
  // The first of a name wins: a copy of a decision in another stream must not take the link of the one that was made.
  const anchors = new Map([...changes].reverse().map(({ decided, change }) => [decided.placed.digest, change.anchor]));
  const rows = shown.flatMap((entry): Omit<Landing, 'anchor'>[] => {
    if (isKind('change.merged')(entry)) return [merged(entry, anchors)];
    return isKind('change.bypass')(entry) ? [bypassed(entry)] : [];
  });
  return rows.sort((a, b) => a.at - b.at).map((row, index) => ({ ...row, anchor: `landing-${index + 1}` }));
}

function merged(entry: RecordOf<'change.merged'>, anchors: ReadonlyMap<Sha256, string>): Omit<Landing, 'anchor'> {
  const { commit, method, pull_request: pullRequest, decision, pushed_by: pushedBy } = entry.record.details;
  return {
    ...common(entry),
    commit,
    state: 'merged',
    how: METHODS[method],
    pullRequest,
    change: anchors.get(decision) ?? null,
    exception: null,
    pushedBy,
  };
}

function bypassed(entry: RecordOf<'change.bypass'>): Omit<Landing, 'anchor'> {
  const { commit, state, reason, exception, pull_request: pullRequest, pushed_by: pushedBy } = entry.record.details;
  return { ...common(entry), commit, state, how: reasonSentence(reason), pullRequest, change: null, exception, pushedBy };
}

const common = (entry: RecordOf<'change.merged'> | RecordOf<'change.bypass'>): Pick<Landing, 'at' | 'facts' | 'proof'> => ({
  at: timeOf(entry),
  facts: entry.record.evidence.facts,
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
