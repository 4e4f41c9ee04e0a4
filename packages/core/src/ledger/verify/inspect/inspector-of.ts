import { whenThere, type Soon } from '../../../concurrency/soon.ts';
import { Turnstile } from '../../../concurrency/turnstile.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import type { StreamId } from '../../stream-id.ts';
import type { Vouching } from '../../trust/vouching.ts';
import { inspectBlob } from './inspect-blob.ts';
import { pointerInspection } from './pointer-inspection.ts';
import { recordInspection } from './record-inspection.ts';
import { slotInspection } from './slot-inspection.ts';
import { WeighingStore } from './weighing-store.ts';
import type { Inspection } from './inspection.ts';
import type { InspectedKind, InspectionOf, Inspector, TargetOf } from './inspector.ts';

/** Requests under way at once: as many as a bucket's connections. Memory does not grow with the ledger. */
const MOST_READS = 64;
/** A blob is up to 64 MiB, where a record is some kilobytes. */
const MOST_BLOBS = 4;
/** Of slots that are half a megabyte. */
const LEAST_SLOTS = 2;

export interface InspectorOptions {
  /** Under way at once. */
  readonly reads?: number;
  /** Kinds of evidence of whose records it is told how they are kept. */
  readonly kinds?: readonly string[];
}

/** Inspects in this thread. Without anybody who vouches signatures are not checked, only bytes and form. */
export function inspectorOf(
  store: ObjectStore,
  vouching: Vouching | null,
  { reads = MOST_READS, kinds = [] }: InspectorOptions = {},
): Inspector {
  const least = Math.min(reads, LEAST_SLOTS);
  const [slots, records] = [new Turnstile(least), new Turnstile(reads)];
  const blobs = new Turnstile(Math.min(reads, MOST_BLOBS));
  const isAtOnce = store.readNow !== undefined;
  const weighing = isAtOnce ? store : new WeighingStore(store, { turnstile: slots, least, most: reads });
  const through = (turnstile: Turnstile) => (isAtOnce ? inTwoPasses : asTheyCome(turnstile));
  const ways: Ways = {
    slot: (stream, targets) => through(slots)(targets, slotInspection(weighing, vouching, stream)),
    record: (stream, targets) => through(records)(targets, recordInspection({ store, vouching, stream, kinds })),
    pointer: (stream, targets) => through(records)(targets, pointerInspection(store, stream)),
    blob: (stream, targets) => Promise.all(targets.map((target) => blobs.pass(async () => inspectBlob(store, stream, target)))),
  };
  return { inspect: (kind, stream, targets) => ways[kind](stream, targets) };
}

type Ways = {
  readonly [K in InspectedKind]: (stream: StreamId, targets: readonly TargetOf<K>[]) => Promise<readonly InspectionOf<K>[]>;
};

/** Each as soon as it was read. */
const asTheyCome =
  (turnstile: Turnstile) =>
  <T, O, A>(targets: readonly T[], { open, judge }: Inspection<T, O, A>): Promise<A[]> =>
    Promise.all(targets.map((target) => turnstile.pass(async () => judge(await open(target), target))));

/** So few are opened before they are judged: a slot of a busy stream is a megabyte of text. */
const AT_ONCE = 4;

/**
 * What is there at once is opened first, some of it, and judged then: two small loops stay in the caches of a processor where one long one
 * does not (measured: 4 % of a verification). No turnstile: requests for tokens besides are bounded by the batch.
 */
function inTwoPasses<T, O, A>(targets: readonly T[], { open, judge }: Inspection<T, O, A>): Promise<A[]> {
  const answers: Soon<A>[] = [];
  for (let from = 0; from < targets.length; from += AT_ONCE) {
    const opened = targets.slice(from, from + AT_ONCE).map((target) => ({ target, soon: open(target) }));
    for (const { target, soon } of opened) answers.push(whenThere(soon, (one) => judge(one, target)));
  }
  return Promise.all(answers);
}
