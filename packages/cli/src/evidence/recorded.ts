import type { WrittenRecord } from '@proofrail/core/gate';
import { controlFacts, type ControlFact } from '@proofrail/core/evidence';
import type { Assurance } from '@proofrail/core/ports';
import type { SequencedReceipt } from '@proofrail/core/ledger';

/** Where evidence went, in the spelling of the JSON documents. */
export interface Recorded {
  readonly ledger: string;
  readonly assurance: Assurance;
  readonly stream: string;
  readonly records: readonly {
    readonly kind: string;
    readonly record: string;
    readonly slot: number;
    readonly position: number;
  }[];
  /** Of the last record: whoever keeps it can prove later that the ledger was cut off before it. */
  readonly receipt: SequencedReceipt;
  readonly control_facts: readonly ControlFact[];
  readonly made_key: string | null;
}

/** `written`: at least one, the one that counts last. */
export function recordedAs(written: readonly [...WrittenRecord[], WrittenRecord], madeKey: string | null): Recorded {
  const last = written[written.length - 1] as WrittenRecord;
  const { ledger, assurance, stream } = last.receipt;
  return {
    ledger,
    assurance,
    stream,
    records: written.map(({ record, receipt: { record: digest, slot, position } }) => ({
      kind: record.kind,
      record: digest,
      slot,
      position,
    })),
    receipt: last.receipt,
    control_facts: controlFacts(last.record),
    made_key: madeKey,
  };
}
