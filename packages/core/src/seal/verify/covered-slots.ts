import type { Sha256 } from '../../canonical/digest.ts';
import { slotKey } from '../../ledger/layout.ts';
import type { SealedStream } from '../../ledger/seals/plan.ts';
import { digestOfSlots } from '../slots/sealable-slots.ts';
import type { SealReader } from './seal-reader.ts';
import type { SeenSlots } from './seen-slots.ts';

export type CoveredSlots =
  | { readonly kind: 'as-sealed' }
  /** One cannot be read: a finding already, and no sign of tampering. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'otherwise'; readonly finding: Parameters<SealReader['add']>[0] };

/** Whether the slots that seal `n` covers of a stream are there, with the bytes that it covers. `seen`: undefined where there is no such stream. */
export function coveredSlots(n: number, sealed: SealedStream, seen: SeenSlots | undefined): CoveredSlots {
  const { stream, from, to, head, slots: expected } = sealed;
  const digests: Sha256[] = [];
  for (let seq = from; seq <= to; seq++) {
    const digest = seen?.digestOf(seq) ?? null;
    if (digest === null) return seen?.isUnreadable(seq) === true ? { kind: 'unknown' } : missing(n, sealed, seq);
    digests.push(digest);
  }
  if (digestOfSlots(digests) === expected) return { kind: 'as-sealed' };
  const slot = digests.at(-1) === head ? from : to;
  const detail = `Seal ${n} covers other bytes of slots ${from} to ${to}.`;
  const found = seen?.digestOf(slot) ?? null;
  const key = slotKey(stream, slot);
  return { kind: 'otherwise', finding: { kind: 'altered', code: 'seal/slot', stream, slot, key, detail, found } };
}

function missing(n: number, { stream }: SealedStream, slot: number): CoveredSlots {
  const detail = `Seal ${n} covers this slot, and the stream does not reach it.`;
  return { kind: 'otherwise', finding: { kind: 'missing', code: 'seal/slot', stream, slot, key: slotKey(stream, slot), detail } };
}
