import { textDigest } from '../canonical/text-digest.ts';
import type { LedgerEntry, RecordOf } from '../evidence/index.ts';
import type { StreamId } from '../ledger/index.ts';

type Checked = RecordOf<'change.merged'> | RecordOf<'change.bypass'>;

/** Where the last check of a branch ended, or null: the newest of its records in the repository's own stream. */
export function lastChecked(entries: readonly LedgerEntry[], stream: StreamId, branch: string): string | null {
  return checkedOf(entries, stream, branch).at(-1)?.details.commit ?? null;
}

/**
 * From which commit a check may take exceptions: `since`, unless the ledger holds it as a bypass. Otherwise a first bypass could bring
 * the excuse for a second one.
 */
export function trustedStart(entries: readonly LedgerEntry[], stream: StreamId, branch: string, since: string): string | null {
  const checked = checkedOf(entries, stream, branch);
  const about = checked.filter(({ details }) => details.commit === since).at(-1);
  if (about?.kind !== 'change.bypass') return since;
  return checked.filter(({ kind }) => kind === 'change.merged').at(-1)?.details.commit ?? null;
}

function checkedOf(entries: readonly LedgerEntry[], stream: StreamId, branch: string): Checked[] {
  const { sha256 } = textDigest(branch);
  return entries.flatMap((entry) => {
    const { record } = entry;
    if (entry.stream !== stream || (record.kind !== 'change.merged' && record.kind !== 'change.bypass')) return [];
    return record.details.branch.sha256 === sha256 ? [record] : [];
  });
}
