import { decodeBase64, encodeBase64 } from '../canonical/base64.ts';
import { HASH_BYTES } from './tree-hash.ts';

/** What a witness is asked to cosign (C2SP tlog-witness, add-checkpoint). */
export interface AddCheckpoint {
  /** Size of the tree that the witness cosigned last, as far as who asks knows; 0: none. */
  readonly older: number;
  /** That the checkpoint continues it. */
  readonly proof: readonly Uint8Array[];
  /** The checkpoint with the signature of its log. */
  readonly note: string;
}

const MOST_HASHES = 63;
const OLDER = /^old (0|[1-9][0-9]{0,15})$/;

export function formatAddCheckpoint({ older, proof, note }: AddCheckpoint): string {
  return [`old ${older}`, ...proof.map((hash) => encodeBase64(hash)), '', note].join('\n');
}

/** Null for a malformed request. */
export function parseAddCheckpoint(text: string): AddCheckpoint | null {
  const end = text.indexOf('\n\n');
  const [first = '', ...lines] = end < 0 ? [] : text.slice(0, end).split('\n');
  const older = OLDER.exec(first)?.[1];
  const proof = lines.map((line) => decodeBase64(line));
  if (older === undefined || lines.length > MOST_HASHES) return null;
  if (!proof.every((hash) => hash?.length === HASH_BYTES)) return null;
  return { older: Number(older), proof: proof as Uint8Array[], note: text.slice(end + 2) };
}
