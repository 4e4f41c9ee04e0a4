import { digestOfName, timeOfName, type RecordName } from '../../ledger/layout.ts';
import type { StreamId } from '../../ledger/stream-id.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { TlogProof } from '../../tlog/tlog-proof.ts';
import type { PlacedPlan } from '../../ledger/seals/plan.ts';
import { readSlotsOfPlan } from '../slots/plan-contents.ts';
import { sizeBefore } from '../../ledger/seals/read-body.ts';
import { readPlan } from '../../ledger/seals/read-plans.ts';
import { requireIncluded } from '../../ledger/seals/require-included.ts';
import { FIRST_SEAL } from '../../ledger/seals/seal-layout.ts';
import { newestSealedTree, type LogVouchers } from '../../ledger/seals/sealed-tree.ts';
import { entriesOfPlan, parseRecordEntry } from '../../ledger/seals/sealed-entry.ts';

/**
 * A proof that the newest signed checkpoint covers a record: the receipt `sealed`. Null: no signed seal covers it yet. `vouchers`: with
 * which only lines by these keys count; null: every line does. TamperedError `seal/...`, UnavailableError `seal/unreadable`.
 */
export async function proveRecord(
  store: ObjectStore,
  stream: StreamId,
  name: RecordName,
  vouchers: LogVouchers | null = null,
): Promise<TlogProof | null> {
  const sealed = await newestSealedTree(store, vouchers);
  if (sealed === null) return null;
  for (const n of await likelyFirst(store, sealed.n, timeOfName(name))) {
    const entry = await findEntry(store, await readPlan(store, n), stream, name);
    if (entry === null) continue;
    const index = (await sizeBefore(store, n)) + entry.offset;
    const hashes = await requireIncluded(sealed, index, entry.bytes);
    return { extra: entry.bytes, index, hashes, checkpoint: sealed.note };
  }
  return null;
}

/** The seals from the first one after the record's own time on, then the earlier ones: its clock may have been fast. */
async function likelyFirst(store: ObjectStore, newest: number, at: number): Promise<number[]> {
  let [low, high] = [FIRST_SEAL, newest];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await readPlan(store, middle)).plan.sealed_at < at) low = middle + 1;
    else high = middle;
  }
  const all = Array.from({ length: newest }, (_, index) => index + 1);
  return [...all.slice(low - 1), ...all.slice(0, low - 1).reverse()];
}

interface FoundEntry {
  /** Counted from the plan's own entry. */
  readonly offset: number;
  readonly bytes: Buffer;
}

async function findEntry(store: ObjectStore, placed: PlacedPlan, stream: StreamId, name: RecordName): Promise<FoundEntry | null> {
  const own = placed.plan.streams.find((one) => one.stream === stream);
  if (own === undefined || (own.to < own.from && !own.adopted.includes(name))) return null;
  const wanted = digestOfName(name);
  const { recordsOf } = await readSlotsOfPlan(store, placed.plan);
  let offset = 0;
  for (const bytes of entriesOfPlan(placed.plan, placed.digest, recordsOf)) {
    const entry = parseRecordEntry(bytes);
    if (entry?.record === wanted && entry.stream === stream) return { offset, bytes };
    offset += 1;
  }
  return null;
}
