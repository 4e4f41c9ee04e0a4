import { sha256 } from '../../../canonical/digest.ts';
import type { RecordName } from '../../../ledger/layout.ts';
import type { SealedBefore } from '../../../ledger/verify/sealed-before.ts';
import type { StreamId } from '../../../ledger/stream-id.ts';
import type { TrustFile } from '../../../ledger/trust/trust-file.ts';
import type { ObjectStore, ObjectVersion } from '../../../ports/object-store.ts';
import { parseVerifierKey } from '../../../tlog/note-key.ts';
import { checkSignatures } from '../check-signatures.ts';
import { follows, parsePlan, type PlacedPlan } from '../../../ledger/seals/plan.ts';
import { SealInventory } from '../seal-inventory.ts';
import { bodyKey, planKey } from '../../../ledger/seals/seal-layout.ts';
import { SealReader } from '../seal-reader.ts';
import { OutsideCheck } from './outside-check.ts';

interface TimedSeal {
  readonly n: number;
  /** UTC milliseconds before which it was there. */
  readonly notAfter: number;
  /** How far it covers each stream. */
  readonly ends: ReadonlyMap<StreamId, number>;
}

/**
 * Which slots and records were sealed when, as the seals say it that a key of the log signed and for whose time an outsider vouches.
 * Whether each seal is what follows from the slots is another question, asked once the streams are read: where it is not, that is a
 * finding by itself.
 */
export class SealedByTime implements SealedBefore {
  readonly #seals: readonly TimedSeal[];
  /** The number of the first seal that adopts a record of each stream. */
  readonly #adopted: ReadonlyMap<string, number>;

  private constructor(seals: readonly TimedSeal[], adopted: ReadonlyMap<string, number>) {
    this.#seals = seals;
    this.#adopted = adopted;
  }

  static async read(store: ObjectStore, listing: readonly ObjectVersion[], trust: TrustFile): Promise<SealedByTime> {
    const inventory = new SealInventory(listing);
    const reader = new SealReader(store, inventory); // its findings are made again when the seals are verified
    const outside = new OutsideCheck(reader, inventory, trust);
    const keys = trust.log_keys?.flatMap((text) => parseVerifierKey(text) ?? []) ?? null;
    const seals: TimedSeal[] = [];
    const adopted = new Map<string, number>();
    let previous: PlacedPlan | null = null;
    for (let n = 1; n <= inventory.newest; n++) {
      previous = await nextPlan(reader, n, previous);
      if (previous === null) break;
      const { plan } = previous;
      for (const { stream, adopted: names } of plan.streams) for (const name of names) adopted.set(`${stream} ${name}`, n); // once: no later seal adopts it again
      const body = await reader.read(bodyKey(n));
      if (body === null) continue;
      const signed = { n, body: Buffer.from(body).toString(), keys };
      if ((await checkSignatures(reader, inventory, signed)).length === 0) continue;
      await outside.visit(n, signed.body);
      const notAfter = outside.timeOf(n);
      if (notAfter !== null) seals.push({ n, notAfter, ends: new Map(plan.streams.map(({ stream, to }) => [stream, to])) });
    }
    return new SealedByTime(seals, adopted);
  }

  slot(stream: StreamId, seq: number, time: number): boolean {
    return this.#seals.some(({ notAfter, ends }) => notAfter < time && seq <= (ends.get(stream) ?? 0));
  }

  record(stream: StreamId, name: RecordName, seq: number | null, time: number): boolean {
    if (seq !== null) return this.slot(stream, seq, time);
    const first = this.#adopted.get(`${stream} ${name}`);
    return first !== undefined && this.#seals.some(({ n, notAfter }) => n >= first && notAfter < time);
  }
}

async function nextPlan(reader: SealReader, n: number, previous: PlacedPlan | null): Promise<PlacedPlan | null> {
  const bytes = await reader.read(planKey(n));
  const plan = bytes === null ? null : parsePlan(bytes);
  return bytes !== null && plan !== null && follows(plan, previous) ? { plan, digest: sha256(bytes) } : null;
}
