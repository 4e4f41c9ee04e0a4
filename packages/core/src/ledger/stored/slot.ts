import type { Sha256 } from '../../canonical/digest.ts';
import { FIRST_SLOT, RECORD_NAME, type RecordName } from '../layout.ts';
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
  /** Every record from `floor` upwards that earlier slots commit, ascending: what a writer must know who reads only the newest slot. */
  readonly recent: readonly RecordName[];
}

// A slot is read whole into memory by every writer: the bounds keep it under a megabyte.
export const MAX_ENTRIES = 1024;
export const MAX_RECENT = 4096;

/** RFC 8785 text of a slot. Names, digests and numbers need no escaping, and members stand in order: a template is canonical. */
export function slotText({ stream, seq, prev, floor, entries, recent }: Slot): string {
  const previous = prev === null ? 'null' : `"${prev}"`;
  return `{"entries":${list(entries)},"floor":"${floor}","prev":${previous},"recent":${list(recent)},"seq":${seq},"stream":"${stream}","v":1}`;
}

const list = (names: readonly RecordName[]): string => (names.length === 0 ? '[]' : `["${names.join('","')}"]`);

const NAME = RECORD_NAME.source.slice(1, -1);
const NAMES = `(?:"${NAME}"(?:,"${NAME}")*)?`;
const PREV = 'null|"sha256:[0-9a-f]{64}"';
const SLOT_TEXT = new RegExp(
  `^\\{"entries":\\[${NAMES}\\],"floor":"${NAME}","prev":(?:${PREV}),"recent":\\[${NAMES}\\],"seq":[1-9][0-9]{0,15},"stream":"[0-9a-z-]+","v":1\\}$`,
);
const LONGEST_TEXT = 81 * (MAX_ENTRIES + MAX_RECENT) + 1024; // a name with its quotation marks and comma is 81 characters

/**
 * The slot that a payload spells, or null for a void one. Only the one text that slotText makes is taken: a JSON reader alone lets through
 * members that stand there twice, white space, `__proto__` and the like.
 */
export function parseSlot(text: string): Slot | null {
  if (text.length > LONGEST_TEXT || !SLOT_TEXT.test(text)) return null;
  const slot = JSON.parse(text) as Slot; // the pattern has proved the members
  return isWellFormed(slot) ? slot : null;
}

/** What the spelling alone does not say. */
function isWellFormed({ stream, seq, prev, floor, entries, recent }: Slot): boolean {
  if (!isStreamId(stream) || !Number.isSafeInteger(seq) || (seq === FIRST_SLOT) !== (prev === null)) return false;
  if (!isAscending(entries, MAX_ENTRIES) || !isAscending(recent, MAX_RECENT)) return false;
  return entries.length > 0 && (recent[0] === undefined || recent[0] >= floor);
}

function isAscending(names: readonly RecordName[], most: number): boolean {
  return names.length <= most && names.every((name, index) => index === 0 || (names[index - 1] ?? name) < name);
}
