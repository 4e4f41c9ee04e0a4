import { inBatches } from '../concurrency/in-batches.ts';
import { follows, type PlacedPlan, type Plan } from '../ledger/seals/plan.ts';
import { readBody } from '../ledger/seals/read-body.ts';
import { newestPlanNumber, readPlan, tampered } from '../ledger/seals/read-plans.ts';
import { bodyKey, edgeKey, FIRST_SEAL, planKey, tileKey } from '../ledger/seals/seal-layout.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { CoveredRecords } from './covered-records.ts';
import type { LongerRecord } from './longer-records.ts';
import { tilesUnder } from './tiles-under.ts';
import { longerOf, type WantedLock } from './wanted-lock.ts';
import type { WantedLocks } from './wanted-locks.ts';

interface SealToKeep extends WantedLock {
  readonly n: number;
  /** Entries of the log before this seal, and with it. */
  readonly before: number;
  readonly size: number;
}

/**
 * Wants what `prove` reads to prove these records, if nothing else were left: the seals that cover them, what dates and signs those, every
 * slot that they list, tiles, and all plans before them, in which `prove` takes a gap for tampering. TamperedError `seal/...`,
 * UnavailableError `seal/unreadable`.
 */
export async function wantSeals(store: ObjectStore, records: readonly LongerRecord[], wanted: WantedLocks): Promise<void> {
  const newest = records.length === 0 ? 0 : await newestPlanNumber(store);
  const numbers = Array.from({ length: newest }, (_, index) => FIRST_SEAL + index);
  const covered = new CoveredRecords(records);
  const seals: SealToKeep[] = [];
  try {
    for await (const plan of followedPlans(store, numbers)) {
      const lock = covered.by(plan);
      const seal = lock === null ? null : await sealToKeep(store, plan.n, lock);
      if (seal !== null) want(seal, plan, wanted);
      if (seal !== null) seals.push(seal);
    }
  } finally {
    wantLog(seals, wanted); // what lies before a plan that somebody planted is kept all the same
  }
}

/** The plans up to the first that does not follow: one out of order would have slots passed over. */
async function* followedPlans(store: ObjectStore, numbers: readonly number[]): AsyncIterable<Plan> {
  let previous: PlacedPlan | null = null;
  for await (const batch of inBatches(numbers, (some) => Promise.allSettled(some.map((n) => readPlan(store, n))))) {
    for (const [n, read] of batch) {
      if (read.status === 'rejected') throw read.reason;
      if (!follows(read.value.plan, previous))
        throw tampered('seal/plan', planKey(n), 'a plan that follows the one before', 'another one');
      previous = read.value;
      yield previous.plan;
    }
  }
}

/** Null: it is not finished yet. */
async function sealToKeep(store: ObjectStore, n: number, lock: WantedLock): Promise<SealToKeep | null> {
  const before = n === FIRST_SEAL ? 0 : (await readBody(store, n - 1))?.size;
  const size = (await readBody(store, n))?.size;
  return before === undefined || size === undefined ? null : { ...lock, n, before, size };
}

function want({ n, kind, until }: SealToKeep, { streams }: Plan, wanted: WantedLocks): void {
  const lock = { kind, until };
  for (const key of [bodyKey(n), edgeKey(n), ...(n === FIRST_SEAL ? [] : [bodyKey(n - 1)])]) wanted.object(key, lock);
  wanted.signaturesOf(n, lock);
  for (const { stream, from, to } of streams) if (to >= from) wanted.slots(stream, from, to, lock);
}

/** Of the log as the newest of these seals has it: with it proofs are made. */
function wantLog(seals: readonly SealToKeep[], wanted: WantedLocks): void {
  const newest = seals.at(-1);
  if (newest === undefined) return;
  for (const { before, size, kind, until } of seals)
    for (const path of tilesUnder(before, size, newest.size)) wanted.object(tileKey(path), { kind, until });
  const byNumber = new Map(seals.map((seal) => [seal.n, seal]));
  let longest: WantedLock = newest;
  for (let n = newest.n; n >= FIRST_SEAL; n--) {
    longest = longerOf(byNumber.get(n), longest);
    wanted.object(planKey(n), { kind: longest.kind, until: longest.until });
  }
}
