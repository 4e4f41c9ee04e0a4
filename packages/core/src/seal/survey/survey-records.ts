import { inBatches } from '../../concurrency/in-batches.ts';
import { beforeTime, LOWEST_NAME, parseKey, recordKey, recordsPrefix, timeOfName, type RecordName } from '../../ledger/layout.ts';
import { EarliestVersions } from '../../ledger/stored/earliest-versions.ts';
import type { StreamId } from '../../ledger/stream-id.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { inspectSealable } from './inspect-sealable.ts';
import type { Notice } from '../../ledger/seals/notice.ts';
import type { SealedStream } from '../../ledger/seals/plan.ts';
import { handedOn, type HandedOn } from '../slots/handed-on.ts';
import type { SurveyTask } from './survey-stream.ts';

interface SlotsSay {
  /** What the last plan hands on; null: no plan knows the stream. */
  readonly previous: HandedOn | null;
  /** Of the newest one that is new; null: there is none. */
  readonly newestFloor: RecordName | null;
  /** Records from the first of these floors on that slots of earlier plans list. */
  readonly committed: readonly RecordName[];
  /** Records that the new slots list. */
  readonly placed: readonly RecordName[];
  /** False: there is a slot that could not be read, and nobody knows what it lists. */
  readonly areComplete: boolean;
}

interface RecordSurvey {
  readonly sealed: Pick<SealedStream, 'floor' | 'adopted' | 'known'>;
  readonly notices: readonly Notice[];
}

/** A living writer puts its record in order within that time: before, no record is an orphan, and after, it is late. */
const PATIENCE = 15 * 60_000;

/**
 * Reads every record that a seal is about to cover, and finds those that no slot will list any more: below the floor no writer looks for
 * them, and above it none has for a while.
 */
export async function surveyRecords(task: SurveyTask, slots: SlotsSay): Promise<RecordSurvey> {
  const { store, stream, now, sealedBefore } = task;
  const { committed, placed, previous, newestFloor } = slots;
  const before = previous?.floor ?? LOWEST_NAME;
  const { floor } = handedOn(previous, newestFloor, []);
  const { versions, notices } = await listRecords(store, stream, before);
  const accounted = new Set([...committed, ...placed, ...(previous?.known ?? [])]);
  const isLost = (name: RecordName): boolean => name < floor || now - timeOfName(name) >= PATIENCE;
  const orphans = [...versions.keys()].filter((name) => name >= before && !accounted.has(name) && isLost(name));
  const adopted = slots.areComplete ? orphans.sort() : [];
  const inspected: Notice[] = [];
  const all = [...placed, ...adopted];
  const inspect = (name: RecordName) => inspectSealable(task, name, versions.get(name) ?? null);
  for await (const batch of inBatches(all, (some) => Promise.all(some.map(inspect)))) {
    for (const [, found] of batch) inspected.push(...found);
  }
  const isLate = (name: RecordName): boolean => sealedBefore !== null && timeOfName(name) < sealedBefore - PATIENCE;
  return {
    sealed: { adopted, ...handedOn(previous, newestFloor, adopted) },
    notices: [
      ...notices,
      ...inspected,
      ...adopted.map((name) => about(stream, 'record/adopted', name)),
      ...placed.filter(isLate).map((name) => about(stream, 'record/late', name)),
    ],
  };
}

const CODES = { marker: 'record/marker', 'second-version': 'record/second-version' } as const;

async function listRecords(store: ObjectStore, stream: StreamId, floor: RecordName) {
  const found = new EarliestVersions<RecordName>();
  const after = beforeTime(stream, timeOfName(floor));
  for await (const object of store.listVersions(recordsPrefix(stream), { after })) {
    const parsed = parseKey(object.key);
    if (parsed?.kind === 'record') found.enter(parsed.name, object);
  }
  const notices = found.irregular.map(({ code, key }): Notice => ({ code: CODES[code], key, stream }));
  return { versions: found.versions, notices };
}

const about = (stream: StreamId, code: Notice['code'], name: RecordName): Notice => ({
  code,
  key: recordKey(stream, name),
  stream,
});
