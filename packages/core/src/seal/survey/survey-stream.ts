import type { Sha256 } from '../../canonical/digest.ts';
import type { PublicKey } from '../../canonical/public-key.ts';
import { slotKey } from '../../ledger/layout.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { inBatches } from '../../concurrency/in-batches.ts';
import type { StreamId } from '../../ledger/stream-id.ts';
import { keptNotices } from './kept-notices.ts';
import type { Notice } from '../../ledger/seals/notice.ts';
import type { SealedStream } from '../../ledger/seals/plan.ts';
import { requireApart } from './require-apart.ts';
import { floorOf } from '../slots/plan-contents.ts';
import { digestOfSlots, SealableSlots, type SealableSlot } from '../slots/sealable-slots.ts';
import { surveyRecords } from './survey-records.ts';

export interface StreamSurvey {
  readonly sealed: SealedStream;
  readonly notices: readonly Notice[];
}

export interface SurveyTask extends Pick<Ledger, 'store' | 'pause'> {
  /** Of the log: no slot may be signed by it. */
  readonly logKey: PublicKey;
  readonly stream: StreamId;
  /** How the last plan left the stream; null: no plan knows it. */
  readonly previous: SealedStream | null;
  /** UTC milliseconds of the last plan (null: there is none), and of this one. */
  readonly sealedBefore: number | null;
  readonly now: number;
  /** Days for which each object must be locked; null: nobody said how many, so for as many as the store gives by itself. */
  readonly days: number | null;
}

/** What there is to seal of one stream since the last plan, and what is wrong with it. ConfigurationError `seal/key-of-writer`; UnavailableError `seal/unreadable`. */
export async function surveyStream(task: SurveyTask): Promise<StreamSurvey> {
  const { stream, previous } = task;
  const { to: sealed, head } = previous ?? { to: 0, head: null };
  const listed = await SealableSlots.listed(task, stream, sealed, task.logKey);
  const anchor = sealed === 0 ? null : await listed.read(sealed);
  if (anchor === 'absent') return vanished(stream, previous);
  const end = listed.endFrom(sealed + 1);
  const slots = await listed.range(sealed + 1, end);
  requireApart(stream, slots);
  const to = sealed + slots.length;
  const last = await listed.lastValid(sealed);
  const [before, missed] = last !== null && 'why' in last ? [null, last] : [last, null];
  const notices = [
    ...listed.notices,
    ...(typeof anchor === 'object' && anchor !== null && anchor.digest !== head ? [at(stream, 'stream/rewritten', sealed)] : []),
    ...(missed?.why === 'unreadable' ? [at(stream, 'slot/unreadable', missed.seq)] : []),
    ...(to < end ? [at(stream, 'slot/unreadable', to + 1)] : []),
    ...chainNotices(stream, slots, head),
    ...(await slotsKept(task, slots)),
  ];
  const records = await surveyRecords(task, {
    previous,
    newestFloor: floorOf(slots),
    committed: [...(before?.recent ?? []), ...(before?.entries ?? [])],
    placed: slots.flatMap(({ slot }) => slot?.entries ?? []),
    areComplete: to === end && missed === null,
  });
  return {
    sealed: {
      stream,
      from: sealed + 1,
      to,
      head: slots.at(-1)?.digest ?? head,
      slots: digestOfSlots(slots.map(({ digest }) => digest)),
      ...records.sealed,
    },
    notices: [...notices, ...records.notices],
  };
}

async function slotsKept(task: SurveyTask, slots: readonly SealableSlot[]): Promise<Notice[]> {
  const notices: Notice[] = [];
  const ask = (some: readonly SealableSlot[]) =>
    Promise.all(
      some.map(({ seq, version, metadata }) => keptNotices(task, { key: slotKey(task.stream, seq), version, metadata })),
    );
  for await (const batch of inBatches(slots, ask)) for (const [, found] of batch) notices.push(...found);
  return notices;
}

/** A stream that is in a plan is in all later ones, with nothing new, and with the notice. */
function vanished(stream: StreamId, previous: SealedStream | null): StreamSurvey {
  if (previous === null) throw new RangeError('a stream that no plan knows cannot vanish');
  const sealed = { ...previous, from: previous.to + 1, slots: digestOfSlots([]), adopted: [] };
  return { sealed, notices: [at(stream, 'stream/vanished', previous.to)] };
}

function chainNotices(stream: StreamId, slots: readonly SealableSlot[], head: Sha256 | null): Notice[] {
  return slots.flatMap(({ seq, slot }, index) => {
    if (slot === null) return at(stream, 'slot/void', seq);
    const before = index === 0 ? head : (slots[index - 1]?.digest ?? null);
    return slot.prev === before ? [] : at(stream, 'slot/link', seq);
  });
}

const at = (stream: StreamId, code: Notice['code'], seq: number): Notice => ({ code, key: slotKey(stream, seq), stream });
