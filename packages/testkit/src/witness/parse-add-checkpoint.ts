import { decodeBase64 } from '@proofrail/core/canonical';
import { HASH_BYTES, type AddCheckpoint } from '@proofrail/core/tlog';

const MOST_HASHES = 63;
const OLDER = /^old (0|[1-9][0-9]{0,15})$/;

/** Null for a malformed request (C2SP tlog-witness, add-checkpoint). */
export function parseAddCheckpoint(text: string): AddCheckpoint | null {
  const end = text.indexOf('\n\n');
  const [first = '', ...lines] = end < 0 ? [] : text.slice(0, end).split('\n');
  const older = OLDER.exec(first)?.[1];
  const proof = lines.map((line) => decodeBase64(line));
  if (older === undefined || lines.length > MOST_HASHES) return null;
  if (!proof.every((hash) => hash?.length === HASH_BYTES)) return null;
  return { older: Number(older), proof: proof as Uint8Array[], note: text.slice(end + 2) };
}
