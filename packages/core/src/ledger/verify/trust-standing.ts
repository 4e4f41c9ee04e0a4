import { counted } from '../../text/counted.ts';
import type { TrustFile } from '../trust/trust-file.ts';
import type { StreamId } from '../stream-id.ts';

/** Whose keys a verification went by. */
export type TrustStanding =
  /** Nobody's: only what contradicts itself is found. */
  | { readonly kind: 'none' }
  /** Those of a trust file; `pinned`: how many of the `streams` it binds to their first slot. */
  | {
      readonly kind: 'trust-file';
      readonly origin: string;
      readonly keys: number;
      readonly pinned: number;
      readonly streams: number;
    };

export const NO_TRUST: TrustStanding = { kind: 'none' };

export function trustIn({ origin, record_keys: keys, streams: pins }: TrustFile, streams: readonly StreamId[]): TrustStanding {
  const pinned = streams.filter((stream) => pins[stream] !== undefined).length;
  return { kind: 'trust-file', origin, keys: keys.length, pinned, streams: streams.length };
}

/** The first line that people see. */
export function trustText(trust: TrustStanding): string {
  if (trust.kind === 'none') return 'none, consistency only';
  const { origin, keys, pinned, streams } = trust;
  return `${origin}, ${counted(keys, 'key')}, ${pinned} of ${counted(streams, 'stream')} pinned to ${streams === 1 ? 'its first slot' : 'their first slots'}`;
}
