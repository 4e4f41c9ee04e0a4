import * as v from 'valibot';
import { canonicalJson } from '../../canonical/canonical-json.ts';
import { isSha256, sha256, type Sha256 } from '../../canonical/digest.ts';
import { parseStrictJson } from '../../canonical/parse-strict-json.ts';
import { isRecordName, type RecordName } from '../layout.ts';
import { isStreamId, type StreamId } from '../stream-id.ts';
import { FIRST_SEAL } from './seal-layout.ts';
import { NOTICE_CODES, type Notice } from './notice.ts';
import { isOrigin } from './origin.ts';

/**
 * What one seal covers: the commit point of a seal. Tiles and the checkpoint follow from the chain of plans and the slots that they name,
 * and from nothing else, so that any sealer can finish what another one began.
 */
export interface Plan {
  readonly v: 1;
  /** Counted from 1. */
  readonly n: number;
  /** SHA-256 of the bytes of plan n - 1; null in the first. */
  readonly prev: Sha256 | null;
  /** Which log this is: the first line of the checkpoint. */
  readonly origin: string;
  /** UTC milliseconds, by the sealer's clock. */
  readonly sealed_at: number;
  /** Every stream that was ever there, ascending: one that is in a plan is in all later ones. */
  readonly streams: readonly SealedStream[];
  /** What the sealer saw and did not like, for ever. Ascending by key, then code. */
  readonly notices: readonly Notice[];
}

/** A plan that lies in the store. */
export interface PlacedPlan {
  readonly plan: Plan;
  /** SHA-256 of its bytes. */
  readonly digest: Sha256;
}

export interface SealedStream {
  readonly stream: StreamId;
  /** Slots from..to are sealed by this plan; to = from - 1: none. */
  readonly from: number;
  readonly to: number;
  /** SHA-256 of the raw bytes of slot `to`; null before the first slot. */
  readonly head: Sha256 | null;
  /** SHA-256 over the digests of the slots from..to, 32 bytes each, one behind the other. */
  readonly slots: Sha256;
  /** Floor of the newest slot: what lies below it no writer puts in order any more. */
  readonly floor: RecordName;
  /** Records that no slot holds, sealed by name so that they cannot get lost. Ascending. */
  readonly adopted: readonly RecordName[];
  /** Records from the floor on that this plan or an earlier one has adopted: not to be adopted again. Ascending. */
  readonly known: readonly RecordName[];
}

const MOST_BYTES = 64 * 1_048_576; // a plan of 100,000 streams
const LAST_TIME = 9_999_999_999_999; // thirteen digits, as in the names of records; a Date ends at 8.64e15

const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const digest = v.custom<Sha256>(isSha256, 'a digest');
const names = v.pipe(
  v.array(v.custom<RecordName>(isRecordName, 'a record name')),
  v.check((list) => isAscending(list), 'ascending names'),
);
const sealedStream = v.pipe(
  v.strictObject({
    stream: v.custom<StreamId>(isStreamId, 'a stream id'),
    from: v.pipe(number, v.minValue(1)),
    to: number,
    head: v.nullable(digest),
    slots: digest,
    floor: v.custom<RecordName>(isRecordName, 'a record name'),
    adopted: names,
    known: names,
  }),
  v.check(({ from, to }) => to >= from - 1, 'a range of slots'),
  v.check(({ to, head }) => (to === 0) === (head === null), 'a head where there are slots'),
);
const plan = v.pipe(
  v.strictObject({
    v: v.literal(1),
    n: v.pipe(number, v.minValue(FIRST_SEAL)),
    prev: v.nullable(digest),
    origin: v.pipe(v.string(), v.check(isOrigin, 'the name of a log')),
    sealed_at: v.pipe(number, v.maxValue(LAST_TIME)),
    streams: v.pipe(
      v.array(sealedStream),
      v.check((streams) => isAscending(streams.map(({ stream }) => stream)), 'each stream once, ascending'),
    ),
    notices: v.array(
      v.strictObject({ code: v.picklist(NOTICE_CODES), key: v.pipe(v.string(), v.maxLength(1024)), stream: v.string() }),
    ),
  }),
  v.check(({ n, prev }) => (n === FIRST_SEAL) === (prev === null), 'a predecessor, except for the first'),
);

export function formatPlan(value: Plan): Uint8Array {
  return canonicalJson(JSON.parse(JSON.stringify(value)));
}

/** Null for anything but the one spelling of a plan. */
export function parsePlan(bytes: Uint8Array): Plan | null {
  try {
    const value = parseStrictJson(bytes, { at: 'plan', limits: { maxBytes: MOST_BYTES, maxDepth: 5 } });
    const parsed = v.safeParse(plan, value, { abortEarly: true });
    return parsed.success && sha256(formatPlan(parsed.output)) === sha256(bytes) ? parsed.output : null;
  } catch {
    return null; // the caller says what it expected there
  }
}

/** Whether `next` may follow `plan`: numbers, digest, and every stream goes on where it stood. */
export function follows(next: Plan, previous: PlacedPlan | null): boolean {
  if (next.n !== (previous?.plan.n ?? 0) + 1 || next.prev !== (previous?.digest ?? null)) return false;
  const later = new Map(next.streams.map((one) => [one.stream, one]));
  const earlier = previous?.plan.streams ?? [];
  const ends = new Map(earlier.map(({ stream, to }) => [stream, to]));
  return (
    (previous === null || previous.plan.origin === next.origin) &&
    earlier.every(({ stream }) => later.has(stream)) &&
    next.streams.every(({ stream, from }) => from === (ends.get(stream) ?? 0) + 1)
  );
}

function isAscending(list: readonly string[]): boolean {
  return list.every((name, index) => index === 0 || (list[index - 1] as string) < name);
}
