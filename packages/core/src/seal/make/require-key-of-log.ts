import { ConfigurationError } from '../../outcomes/failure.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Note } from '../../tlog/note.ts';
import type { NoteKey } from '../../tlog/note-key.ts';
import { newestPlan } from '../../ledger/seals/read-plans.ts';
import { bodyKey, FIRST_SEAL } from '../../ledger/seals/seal-layout.ts';
import { readSignedNote } from '../../ledger/seals/signed-note.ts';

/**
 * The key that signed the newest seal goes on. What another one signs stays, and is a finding for ever where no trust file names it; so a
 * new key is somebody's decision and never a slip. Nothing is asked of a first seal, or of a log with another name: that is said elsewhere.
 *
 * @throws ConfigurationError `seal/other-key`; TamperedError `seal/...`; UnavailableError `seal/unreadable`
 */
export async function requireKeyOfLog(store: ObjectStore, key: NoteKey): Promise<void> {
  const newest = await newestPlan(store);
  if (newest === null || newest.plan.origin !== key.name) return;
  for (let { n } = newest.plan; n >= FIRST_SEAL; n--) {
    if ((await readSignedNote(store, n, [key])) !== null) return;
    const note = await readSignedNote(store, n);
    if (note !== null) throw otherKey(key, note, n);
    // Nobody signed it: its sealer died, and the one before it was finished.
  }
}

const otherKey = (key: NoteKey, { signatures }: Note, n: number): ConfigurationError =>
  new ConfigurationError('seal/other-key', {
    expected: `the key that signed seal ${n}: ${signatures.map(({ name, keyHash }) => `${name}+${keyHash}`).join(' or ')}`,
    found: `${key.name}+${key.keyHash}`,
    at: bodyKey(n),
    doThis:
      'Nothing was sealed. Seal with that key; where the log goes on with a new one, name it under log_keys of every trust file first, then say so ' +
      'by --new-log-key or the input new-log-key.',
  });
