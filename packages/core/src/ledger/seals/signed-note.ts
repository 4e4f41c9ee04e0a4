import { ConfigurationError } from '../../outcomes/failure.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { formatNote, parseNote, type Note } from '../../tlog/note.ts';
import { newestPlan, readSealObject, tampered } from './read-plans.ts';
import { bodyKey, parseSealKey } from './seal-layout.ts';
import { joinNote } from './signature-lines.ts';

/** The checkpoint of a seal with every signature that lies beside it; null: there is no body yet, or nobody signed it. */
export async function readSignedNote(store: ObjectStore, n: number): Promise<Note | null> {
  const body = await readSealObject(store, bodyKey(n));
  if (body === null) return null;
  const lines: Uint8Array[] = [];
  for await (const { key, kind } of store.listVersions(`${bodyKey(n)}.`)) {
    const parsed = parseSealKey(key);
    if (kind !== 'data' || (parsed?.kind !== 'signature' && parsed?.kind !== 'cosignature')) continue;
    const line = await readSealObject(store, key);
    if (line !== null) lines.push(line);
  }
  return lines.length === 0 ? null : parseNote(joinNote(body, ...lines));
}

/**
 * The bytes of the signed checkpoint of a seal. TamperedError `seal/mismatch` where there is none, ConfigurationError `seal/no-such-seal` for
 * a number that no seal has reached yet.
 */
export async function readCheckpoint(store: ObjectStore, n: number): Promise<Uint8Array> {
  const note = await readSignedNote(store, n);
  if (note !== null) return Buffer.from(formatNote(note));
  const newest = (await newestPlan(store))?.plan.n ?? 0;
  throw n > newest ? noSuchSeal(n, newest) : tampered('seal/mismatch', bodyKey(n), 'a signed checkpoint', 'none');
}

const noSuchSeal = (n: number, newest: number): ConfigurationError =>
  new ConfigurationError('seal/no-such-seal', {
    expected: newest === 0 ? 'a ledger that was sealed' : `at most ${newest}, the newest seal`,
    found: String(n),
    at: bodyKey(n),
    doThis: 'If there was such a seal, the log was cut short: verify against the checkpoint that was kept.',
  });
