import { decodeBase64, encodeBase64 } from '../canonical/base64.ts';
import { HASH_BYTES } from './tree-hash.ts';
import { formatNote, parseNote, type Note } from './note.ts';

/** That an entry is in a log, checkable offline (C2SP tlog-proof). */
export interface TlogProof {
  /** The entry itself, in our proofs. It counts only because its hash leads to the checkpoint's root. */
  readonly extra: Uint8Array;
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  readonly checkpoint: Note;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
const EXTRA = /^extra ([A-Za-z0-9+/]*={0,2})$/;
const INDEX = /^index (0|[1-9][0-9]{0,15})$/;
const MOST_HASHES = 63;

/** The one spelling that `parseProof` takes for it. */
export function formatProof({ extra, index, hashes, checkpoint }: TlogProof): string {
  const lines = [
    FIRST_LINE,
    ...(extra.length === 0 ? [] : [`extra ${encodeBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(encodeBase64),
  ];
  return `${lines.join('\n')}\n\n${formatNote(checkpoint)}`;
}

/**
 * Whether a file has anything of the form of a proof: then it is an altered one, where it is not a whole one. A single change cannot take
 * away the first line and the index both.
 */
export function looksLikeProof(bytes: Uint8Array): boolean {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  return lines[0] === FIRST_LINE || lines.some((line) => INDEX.test(line));
}

/** Null for anything but the one spelling of a proof. */
export function parseProof(bytes: Uint8Array): TlogProof | null {
  const text = Buffer.from(bytes).toString('latin1');
  const end = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  if (first !== FIRST_LINE) return null;
  const extra = EXTRA.test(lines[0] ?? '') ? decodeBase64(EXTRA.exec(lines.shift() ?? '')?.[1] ?? '') : new Uint8Array();
  const index = Number(INDEX.exec(lines.shift() ?? '')?.[1] ?? Number.NaN);
  const hashes = lines.map(decodeBase64);
  const checkpoint = parseNote(bytes.subarray(end + 2)); // latin1: one character, one byte
  if (extra === null || checkpoint === null || !Number.isSafeInteger(index) || hashes.length > MOST_HASHES) return null;
  if (!hashes.every((hash) => hash?.length === HASH_BYTES)) return null;
  return { extra, index, hashes: hashes as Uint8Array[], checkpoint };
}
