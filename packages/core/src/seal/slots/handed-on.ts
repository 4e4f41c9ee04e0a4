import { LOWEST_NAME, type RecordName } from '../../ledger/layout.ts';
import type { SealedStream } from '../../ledger/seals/plan.ts';

/** What the plan of a stream tells the next one: whoever bends it has records passed over that no slot will list any more. */
export type HandedOn = Pick<SealedStream, 'floor' | 'known'>;

const NOTHING_BEFORE: HandedOn = { floor: LOWEST_NAME, known: [] };

/**
 * It follows from the plan before, from what this one covers and from what it adopts, so that sealers and verifiers compute it alike.
 * `previous`: null where no plan knows the stream. `newestFloor`: of the newest slot covered that is not void; null: there is none.
 */
export function handedOn(previous: HandedOn | null, newestFloor: RecordName | null, adopted: readonly RecordName[]): HandedOn {
  const { floor: before, known } = previous ?? NOTHING_BEFORE;
  const floor = newestFloor !== null && newestFloor > before ? newestFloor : before;
  return { floor, known: [...known, ...adopted].filter((name) => name >= floor).sort() };
}

/** Whether a plan hands on what it should. */
export const handsOn = (sealed: HandedOn, expected: HandedOn): boolean =>
  sealed.floor === expected.floor && sealed.known.join() === expected.known.join();
