import type { Sha256 } from '../../../canonical/digest.ts';
import type { ChainCheck, SeenSlot } from './chain-check.ts';
import { finding, type Finding } from '../finding.ts';
import { FIRST_SLOT, recordKey, slotKey, type RecordName } from '../../layout.ts';
import type { Receipt, SequencedReceipt } from '../../stored/receipt.ts';
import type { StreamId } from '../../stream-id.ts';

/** What somebody outside the ledger vouches for. Without it a tail that was cut off, or a chain signed anew, looks whole. */
export interface Anchors {
  /** The first slot that the trust file pins. */
  readonly genesis: Sha256 | null;
  readonly receipts: readonly Receipt[];
}

/**
 * Holds a walked chain against its anchors. `seen`: what lies in the slots that the receipts name. An anchor of a slot that nobody could
 * read says nothing: that slot is a finding already, and it is no sign of tampering.
 */
export function checkAnchors(
  stream: StreamId,
  chain: ChainCheck,
  { genesis, receipts }: Anchors,
  seen: ReadonlyMap<number, SeenSlot | null>,
  hasRecord: (name: RecordName) => boolean,
): Finding[] {
  const fromReceipts = receipts.flatMap((receipt) => {
    if (receipt.kind === 'sequenced' && chain.unreadable.has(receipt.slot)) return [];
    if (receipt.kind === 'sequenced') return sequencedFinding(receipt, seen.get(receipt.slot) ?? null, chain.newest) ?? [];
    if (hasRecord(receipt.record_name)) return [];
    const detail = 'A receipt names this record, and it is gone.';
    return finding({ kind: 'missing', code: 'receipt/record', stream, key: recordKey(stream, receipt.record_name), detail });
  });
  const agrees = genesis === null || genesis === chain.genesis || chain.unreadable.has(FIRST_SLOT);
  return agrees ? fromReceipts : [genesisFinding(stream, chain, genesis), ...fromReceipts];
}

function genesisFinding(stream: StreamId, { genesis: found }: ChainCheck, pinned: Sha256): Finding {
  const kind = found === null ? 'missing' : 'altered';
  const detail = `The trust file names ${pinned} as the first slot.`;
  return finding({ kind, code: 'slot/genesis', stream, slot: 1, key: slotKey(stream, 1), detail, found });
}

function sequencedFinding(receipt: SequencedReceipt, seen: SeenSlot | null, newest: number): Finding | null {
  const { slot, position, slot_digest: digest, record_name: name, stream } = receipt;
  const about = { code: 'receipt/slot', stream, slot, position, key: slotKey(stream, slot) };
  if (seen === null) {
    const where = slot > newest ? `the stream ends at slot ${newest}` : 'it cannot be found';
    return finding({ ...about, kind: 'missing', detail: `A receipt proves this slot, and ${where}.` });
  }
  if (seen.digest === digest && seen.entries[position - 1] === name) return null;
  return finding({
    ...about,
    kind: 'altered',
    detail: `A receipt proves other bytes for this slot: ${digest}.`,
    found: seen.digest,
  });
}
