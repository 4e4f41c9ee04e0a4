import { isSha256, type Sha256 } from '../../canonical/digest.ts';
import { FIRST_SLOT, isRecordName, type RecordName } from '../layout.ts';
import { isStreamId, type StreamId } from '../stream-id.ts';

/** Media type of a slot's payload: a signature over a slot can never be taken for one over a record, nor the other way round. */
export const SLOT_PAYLOAD_TYPE = 'application/vnd.proofrail.slot+json';

/** One link of a stream's chain: it puts records in order. Position of an entry: its place in `entries`, counted from 1. */
export interface Slot {
  readonly stream: StreamId;
  readonly seq: number;
  /** SHA-256 of the raw bytes of slot seq - 1, whether or not that one was valid; null in the first slot. */
  readonly prev: Sha256 | null;
  /** No record below it is looked for by other writers any more: they adopt from here upwards. */
  readonly floor: RecordName;
  /** Records that this slot commits, ascending. A record that an earlier slot holds already is a harmless duplicate. */
  readonly entries: readonly RecordName[];
  /**
   * Positions of entries whose records the writer of this slot did not store itself: it found them without a place. Whether their own writer
   * was dead or only slower it cannot know. A slot from before this member was there says nothing of them.
   */
  readonly adopted: readonly number[];
  /** Every record from `floor` upwards that earlier slots commit, ascending: what a writer must know who reads only the newest slot. */
  readonly recent: readonly RecordName[];
}

// A slot is read whole into memory by every writer: the bounds keep it under a megabyte.
export const MAX_ENTRIES = 1024;
export const MAX_RECENT = 4096;

/** RFC 8785 text of a slot. Names, digests and numbers need no escaping, and members stand in order: a template is canonical. */
export function slotText({ stream, seq, prev, floor, entries, adopted, recent }: Slot): string {
  const others = adopted.length === 0 ? '' : `"adopted":[${adopted.join(',')}],`;
  const previous = prev === null ? 'null' : `"${prev}"`;
  return `{${others}"entries":${list(entries)},"floor":"${floor}","prev":${previous},"recent":${list(recent)},"seq":${seq},"stream":"${stream}","v":1}`;
}

const list = (names: readonly RecordName[]): string => (names.length === 0 ? '[]' : `["${names.join('","')}"]`);

// A name with its quotation marks and comma is 81 characters, a position with its comma at most 5.
const LONGEST_TEXT = 81 * (MAX_ENTRIES + MAX_RECENT) + 5 * MAX_ENTRIES + 1024;

/**
 * The slot that a payload spells, or null for a void one. Only the one text that slotText makes is taken: a JSON reader alone lets through
 * members that stand there twice, white space, `__proto__` and the like. Spelled anew and compared, because one pattern over the whole text
 * makes V8 keep 4 MB of ways back for each slot, and the C library then never gives the system anything back (measured).
 */
export function parseSlot(text: string): Slot | null {
  const slot = text.length > LONGEST_TEXT ? null : parseJson(text);
  return isSlot(slot) && slotText(slot) === text && isWellFormed(slot) ? slot : null;
}

function parseJson(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null) (value as { adopted?: unknown }).adopted ??= [];
    return value;
  } catch {
    return null;
  }
}

/** What has to hold for slotText to spell nothing else. */
function isSlot(value: unknown): value is Slot {
  if (typeof value !== 'object' || value === null) return false;
  const { stream, seq, prev, floor, entries, adopted, recent } = value as Record<keyof Slot, unknown>;
  if (typeof stream !== 'string' || typeof seq !== 'number' || !(prev === null || isSha256(prev))) return false;
  if (!Array.isArray(adopted) || !adopted.every(Number.isSafeInteger)) return false;
  return isRecordName(floor) && [entries, recent].every((names) => Array.isArray(names) && names.every(isRecordName));
}

/** What the spelling alone does not say. */
function isWellFormed({ stream, seq, prev, floor, entries, adopted, recent }: Slot): boolean {
  if (!isStreamId(stream) || !Number.isSafeInteger(seq) || seq < FIRST_SLOT || (seq === FIRST_SLOT) !== (prev === null))
    return false;
  if (!isAscending(entries, MAX_ENTRIES) || !isAscending(recent, MAX_RECENT)) return false;
  if (!adopted.every((position, index) => position > (adopted[index - 1] ?? 0) && position <= entries.length)) return false;
  if (adopted.length === entries.length) return false; // nobody writes a slot but for a record of its own
  return entries.length > 0 && (recent[0] === undefined || recent[0] >= floor);
}

function isAscending(names: readonly RecordName[], most: number): boolean {
  return names.length <= most && names.every((name, index) => index === 0 || (names[index - 1] ?? name) < name);
}
