import { textDigest } from '../canonical/text-digest.ts';
import type { LedgerEntry, RecordOf } from '../evidence/index.ts';
import type { StreamId } from '../ledger/index.ts';

type Checked = RecordOf<'change.merged'> | RecordOf<'change.bypass'>;

/**
 * Up to which commit the checks of a branch in the repository's own stream leave none out, or null. A push that starts no run (by a
 * job's own token, with `[skip ci]`, with the run cancelled) is judged by nobody, and the check of the next push begins behind it.
 */
export function lastChecked(entries: readonly LedgerEntry[], stream: StreamId, branch: string): string | null {
  const checked = sinceBegun(checkedOf(entries, stream, branch));
  const [first] = checked;
  if (first === undefined) return null;
  const parents = new Map(checked.map(({ details: { commit, parent } }) => [commit, parent]));
  const children = new Map(checked.flatMap(({ details: { commit, parent } }) => (parent === null ? [] : [[parent, commit]])));
  // Of two checks at once the later one may have been the first to write.
  const oldest = end(first.details.commit, (commit) => known(parents, parents.get(commit)));
  return end(oldest, (commit) => children.get(commit));
}

/** A branch that was written over, or whose start is gone, is checked anew from there, and that is on record as a finding. */
function sinceBegun(checked: readonly Checked[]): readonly Checked[] {
  const begun = checked.findLastIndex(
    ({ kind, details }) => kind === 'change.bypass' && ['history-rewritten', 'since-absent'].includes(details.reason),
  );
  return checked.slice(Math.max(0, begun));
}

const known = (parents: ReadonlyMap<string, unknown>, commit: string | null | undefined): string | undefined =>
  typeof commit === 'string' && parents.has(commit) ? commit : undefined;

/** Records are signed, and say what a program said: a circle of parents must not keep anybody waiting. */
function end(from: string, next: (commit: string) => string | undefined): string {
  const seen = new Set<string>();
  let at = from;
  for (let then = next(at); then !== undefined && !seen.has(then); then = next(at)) {
    seen.add(then);
    at = then;
  }
  return at;
}

/**
 * From which commit a check may take exceptions: `since`, where the checks begin or where it was verified. Otherwise a first bypass could
 * bring the excuse for a second one, whether the ledger holds it as one or nobody has looked at it. Nothing later than `since` counts.
 */
export function trustedStart(entries: readonly LedgerEntry[], stream: StreamId, branch: string, since: string): string | null {
  const checked = checkedOf(entries, stream, branch);
  const about = checked.findLastIndex(({ details }) => details.commit === since);
  if (about === -1) return checked.length === 0 || checked[0]?.details.parent === since ? since : null;
  if (checked[about]?.kind === 'change.merged') return since;
  return checked.slice(0, about).findLast(({ kind }) => kind === 'change.merged')?.details.commit ?? null;
}

function checkedOf(entries: readonly LedgerEntry[], stream: StreamId, branch: string): Checked[] {
  const { sha256 } = textDigest(branch);
  return entries.flatMap((entry) => {
    const { record } = entry;
    if (entry.stream !== stream || (record.kind !== 'change.merged' && record.kind !== 'change.bypass')) return [];
    return record.details.branch.sha256 === sha256 ? [record] : [];
  });
}
