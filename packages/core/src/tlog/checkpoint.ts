import { decodeBase64, encodeBase64 } from '../canonical/base64.ts';
import { HASH_BYTES } from './tree-hash.ts';

/** How large a log is and what it holds, as one hash (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** `example.org/evidence`: which log this is. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

const SIZE = /^(?:0|[1-9][0-9]{0,15})$/;

/** The body, without signatures. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

/**
 * Null for anything but the three lines: canonical decimals, canonical base64 of 32 bytes. Extension lines, which the format allows and
 * discourages, are refused: nobody here would look at what they say.
 */
export function parseCheckpoint(body: string): Checkpoint | null {
  const [origin, digits, base64, end, ...more] = body.split('\n');
  if (origin === undefined || origin === '' || digits === undefined || base64 === undefined) return null;
  if (end !== '' || more.length > 0 || !SIZE.test(digits)) return null;
  const [size, root] = [Number(digits), decodeBase64(base64)];
  return Number.isSafeInteger(size) && root?.length === HASH_BYTES ? { origin, size, root } : null;
}
