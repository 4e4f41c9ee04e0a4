import { parseCheckpoint, type Checkpoint } from '../../tlog/checkpoint.ts';
import type { NoteKey } from '../../tlog/note-key.ts';
import { openNote } from '../../tlog/open-note.ts';
import { parseProof } from '../../tlog/tlog-proof.ts';
import { leafHash } from '../../tlog/tree-hash.ts';
import { verifyInclusion } from '../../tlog/verify-inclusion.ts';
import { parseRecordEntry, type SealedRecord } from '../../ledger/seals/sealed-entry.ts';

export type CheckedProof =
  | { readonly kind: 'proven'; readonly sealed: SealedRecord; readonly checkpoint: Checkpoint; readonly by: readonly NoteKey[] }
  | { readonly kind: 'refused'; readonly why: ProofProblem };

export type ProofProblem =
  /** The bytes are no proof that a record is in a log. */
  | 'not-a-proof'
  /** No key that is trusted signed the checkpoint, or one that is trusted did not sign these bytes. */
  | 'signature'
  /** Signed by a key of a log with another name. */
  | 'origin'
  /** The checkpoint does not cover the entry. */
  | 'not-included';

/** What a proof shows, from its bytes and the keys of the log alone: no ledger, no network. */
export function checkProof(bytes: Uint8Array, keys: readonly NoteKey[]): CheckedProof {
  const proof = parseProof(bytes);
  const sealed = proof === null ? null : parseRecordEntry(proof.extra);
  const checkpoint = proof === null ? null : parseCheckpoint(proof.checkpoint.text);
  if (proof === null || sealed === null || checkpoint === null) return { kind: 'refused', why: 'not-a-proof' };
  const opened = openNote(proof.checkpoint, keys);
  if (opened.kind !== 'signed') return { kind: 'refused', why: 'signature' };
  if (!opened.by.some(({ name }) => name === checkpoint.origin)) return { kind: 'refused', why: 'origin' };
  const { size, root } = checkpoint;
  const { index, hashes } = proof;
  if (!verifyInclusion({ index, size, leaf: leafHash(proof.extra), proof: hashes, root }))
    return { kind: 'refused', why: 'not-included' };
  return { kind: 'proven', sealed, checkpoint, by: opened.by };
}
