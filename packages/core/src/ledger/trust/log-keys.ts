import { parseVerifierKey, type NoteKey } from '../../tlog/note-key.ts';
import type { TrustFile } from './trust-file.ts';

/** The keys of the log that a trust file names; null: it says nothing about a log. Whether each is one was asked when the file was parsed. */
export function logKeysOf(trust: Pick<TrustFile, 'log_keys'>): readonly NoteKey[] | null {
  return trust.log_keys?.flatMap((text) => parseVerifierKey(text) ?? []) ?? null;
}
