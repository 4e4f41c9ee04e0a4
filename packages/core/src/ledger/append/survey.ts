import { TamperedError } from '../../outcomes/failure.ts';
import type { ObjectKey, ObjectStore, ObjectVersion } from '../../ports/object-store.ts';
import { readHead, type Head } from './head.ts';
import { beforeTime, FIRST_SLOT, parseKey, recordsPrefix, slotKey, slotsPrefix, timeOfName, type RecordName } from '../layout.ts';
import type { StreamId } from '../stream-id.ts';

/** What a writer sees before it writes: the newest slot, and the records from its floor upwards. */
export interface Survey {
  readonly head: Head;
  readonly seen: readonly RecordName[];
}

/**
 * Looks at a stream by versions (ledger.md 1.6). `known` is where this writer was: listings start there, and side by side. TamperedError
 * `ledger/hidden`, `ledger/second-version`, `ledger/gap`, `ledger/vanished`.
 */
export async function survey(store: ObjectStore, stream: StreamId, known: Head | null): Promise<Survey> {
  return known === null ? firstSurvey(store, stream) : surveyFrom(store, stream, known);
}

/** The newest slot alone, for those who write nothing. Throws as `survey` does. */
export async function newestHead(store: ObjectStore, stream: StreamId): Promise<Head> {
  return readHead(store, stream, (await newestSlot(store, stream, 0)).seq);
}

async function surveyFrom(store: ObjectStore, stream: StreamId, known: Head): Promise<Survey> {
  const [{ seq }, seen] = await Promise.all([
    newestSlot(store, stream, known.seq),
    listRecords(store, stream, timeOfName(known.floor)),
  ]);
  if (seq < known.seq) throw vanished(slotKey(stream, known.seq));
  return { head: seq === known.seq ? known : await readHead(store, stream, seq), seen };
}

/** The floor stands in the newest slot. Guessed beforehand, it spares a round trip; a guess above it costs one, and nothing else. */
async function firstSurvey(store: ObjectStore, stream: StreamId): Promise<Survey> {
  const { seq, reach } = await newestSlot(store, stream, 0);
  const guess = reach === null ? null : listRecords(store, stream, reach);
  const [head, guessed] = await Promise.all([readHead(store, stream, seq), guess]);
  const isEnough = guessed !== null && reach !== null && reach <= timeOfName(head.floor);
  return { head, seen: isEnough ? guessed : await listRecords(store, stream, timeOfName(head.floor)) };
}

type TamperCode = 'ledger/hidden' | 'ledger/second-version' | 'ledger/gap' | 'ledger/vanished';

interface Newest {
  /** The last slot before the first gap. */
  readonly seq: number;
  /** UTC milliseconds: where the floor of that slot lies as a rule, or before it. Null: the listing does not say when slots were stored. */
  readonly reach: number | null;
}

const REACH = 16; // slots; the floor of a quiet stream is twelve records old (nextSlot)
const SKEW = 60_000; // milliseconds; the store dates slots by its clock, a writer names its record by another

async function newestSlot(store: ObjectStore, stream: StreamId, from: number): Promise<Newest> {
  let seq = Math.max(from - 1, 0); // the known head is looked at again: a marker may lie on it by now (attack 1)
  const times: (number | undefined)[] = [0];
  const after = seq < FIRST_SLOT ? {} : { after: slotKey(stream, seq) };
  for await (const object of store.listVersions(slotsPrefix(stream), after)) {
    refuseTampering(object);
    const parsed = parseKey(object.key);
    if (parsed?.kind !== 'slot') continue;
    if (parsed.seq !== seq + 1 && !(await areThere(store, stream, seq + 1, parsed.seq))) {
      // In a bucket nothing can be taken away, so what lies beyond a gap was planted and is never followed (attack 12). A folder lost a slot.
      if (object.version === null) throw gap(object, seq + 1);
      break;
    }
    seq = parsed.seq;
    times.push(object.stored);
    if (times.length > REACH) times.shift();
  }
  const [earliest] = times;
  return { seq, reach: earliest === undefined ? null : Math.max(earliest - SKEW, 0) };
}

/** A folder that is written to while it is listed may show a later name and not an earlier one (measured); reading by name is exact. */
async function areThere(store: ObjectStore, stream: StreamId, from: number, to: number): Promise<boolean> {
  for (let seq = from; seq < to; seq++) {
    if ((await store.read(slotKey(stream, seq))).kind === 'absent') return false;
  }
  return true;
}

async function listRecords(store: ObjectStore, stream: StreamId, since: number): Promise<RecordName[]> {
  const names: RecordName[] = [];
  for await (const object of store.listVersions(recordsPrefix(stream), { after: beforeTime(stream, since) })) {
    const parsed = parseKey(object.key);
    if (parsed?.kind === 'record' && parsed.name !== names.at(-1)) names.push(parsed.name);
  }
  return names;
}

function refuseTampering(object: ObjectVersion): void {
  if (object.kind === 'marker') throw tampered('ledger/hidden', object, 'a delete marker');
  if (!object.newest) throw tampered('ledger/second-version', object, 'a second version of a slot');
}

function gap(object: ObjectVersion, missing: number): TamperedError {
  return tampered('ledger/gap', object, `a slot, but none with number ${missing} before it`);
}

function vanished(key: ObjectKey): TamperedError {
  return tampered('ledger/vanished', { key }, 'nothing, where this process has seen a slot');
}

function tampered(code: TamperCode, { key }: { readonly key: ObjectKey }, found: string): TamperedError {
  return new TamperedError(code, {
    expected: 'slots without gaps, each created once and never hidden',
    found,
    at: key,
    doThis: 'Nothing was put into the chain. Run "proofrail verify" and find out who else may write to the ledger.',
  });
}
