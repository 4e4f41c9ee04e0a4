import type { PlacedRecord } from '@proofrail/audit';
import { sha256, type Sha256 } from '@proofrail/core/canonical';
import { recordOf, type EvidenceRecord } from '@proofrail/core/evidence';
import { readStream, slotKey, type LedgerRecord, type ReadOptions } from '@proofrail/core/ledger';
import type { Verification } from '@proofrail/core/verification';
import { Failure } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';

/**
 * Every record that verifies, in the order of the ledger. What does not verify is left out here: the verification names it, and the
 * report shows its findings first.
 */
export async function readRecords(
  store: ObjectStore,
  verification: Verification,
  reading: Pick<ReadOptions, 'trust' | 'attachments'>,
): Promise<PlacedRecord[]> {
  const records: PlacedRecord[] = [];
  for (const { stream } of verification.streams) {
    const slots = new Map<number, Sha256 | null>();
    for await (const placed of readStream(store, stream, {
      ...reading,
      onFinding: () => undefined,
    })) {
      if (!slots.has(placed.slot)) slots.set(placed.slot, await slotDigest(store, placed));
      records.push({ placed, record: meaningOf(placed), slotDigest: slots.get(placed.slot) ?? null });
    }
  }
  return records;
}

async function slotDigest(store: ObjectStore, { stream, slot }: LedgerRecord): Promise<Sha256 | null> {
  const answer = await store.read(slotKey(stream, slot));
  return answer.kind === 'found' ? sha256(answer.bytes) : null;
}

/** A signed record whose fields are not what its kind says is shown as one that cannot be read, never dropped. */
function meaningOf({ statement, name }: LedgerRecord): EvidenceRecord {
  try {
    return recordOf(statement, name);
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return { kind: 'unrecognised', predicateType: statement.predicateType, subject: statement.subject };
  }
}
