import type { Ledger } from '../../ledger/ledger.ts';
import type { StreamId } from '../../ledger/stream-id.ts';
import type { NoteKey } from '../../tlog/note-key.ts';
import { listStreams } from '../../ledger/look-up/list-streams.ts';
import type { Notice } from '../../ledger/seals/notice.ts';
import type { PlacedPlan, Plan } from '../../ledger/seals/plan.ts';
import { surveyStream, type StreamSurvey } from './survey-stream.ts';

export interface PlanTask extends Pick<Ledger, 'store' | 'pause'> {
  readonly key: NoteKey;
  readonly previous: PlacedPlan | null;
  readonly now: number;
  readonly days: number | null;
  /** What is known to be missing of the seal before. */
  readonly gaps: readonly Notice[];
}

const SIDE_BY_SIDE = 8; // streams

/** The next plan: every stream that is there, and every one that ever was. UnavailableError `seal/unreadable`. */
export async function makePlan(task: PlanTask): Promise<Plan> {
  const { store, key, previous, now, gaps } = task;
  const earlier = new Map((previous?.plan.streams ?? []).map((one) => [one.stream, one]));
  const streams = [...new Set([...earlier.keys(), ...(await listStreams(store))])].sort();
  const sealedBefore = previous?.plan.sealed_at ?? null;
  const survey = (stream: StreamId) =>
    surveyStream({ ...task, logKey: key.publicKey, stream, previous: earlier.get(stream) ?? null, sealedBefore });
  const surveys: StreamSurvey[] = [];
  for (let at = 0; at < streams.length; at += SIDE_BY_SIDE) {
    surveys.push(...(await Promise.all(streams.slice(at, at + SIDE_BY_SIDE).map(survey))));
  }
  return {
    v: 1,
    n: (previous?.plan.n ?? 0) + 1,
    prev: previous?.digest ?? null,
    origin: key.name,
    sealed_at: now,
    streams: surveys.map(({ sealed }) => sealed),
    notices: [...gaps, ...surveys.flatMap(({ notices }) => notices)].sort(byKey),
  };
}

const byKey = (a: Notice, b: Notice): number => (a.key === b.key ? compare(a.code, b.code) : compare(a.key, b.key));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
