import { EngineError } from '../outcomes/failure.ts';

const BATCH = 128; // targets, where nobody says otherwise
const IN_FLIGHT = 6; // batches: enough to keep two workers, or a bucket's connections, busy; at most 768 answers in memory

interface Asked<T, R> {
  readonly batch: readonly T[];
  readonly answers: Promise<readonly R[]>;
}

/** Each target with its answer, in order, while the following batches are under way already. `size`: targets in a batch, asked anew for each. */
export async function* inBatches<T, R>(
  targets: Iterable<T>,
  ask: (batch: readonly T[]) => Promise<readonly R[]>,
  size: number | (() => number) = BATCH,
): AsyncIterable<readonly (readonly [T, R])[]> {
  yield* inFlight(batches(targets, typeof size === 'number' ? () => size : size), ask);
}

/** The same over targets that come one by one, as a listing gives them: of those no more are fetched than are under way. */
export async function* inBatchesAsListed<T, R>(
  targets: AsyncIterable<T>,
  ask: (batch: readonly T[]) => Promise<readonly R[]>,
): AsyncIterable<readonly (readonly [T, R])[]> {
  yield* inFlight(listedBatches(targets), ask);
}

async function* inFlight<T, R>(
  batchesOfTargets: Iterable<readonly T[]> | AsyncIterable<readonly T[]>,
  ask: (batch: readonly T[]) => Promise<readonly R[]>,
): AsyncIterable<readonly (readonly [T, R])[]> {
  const waiting: Asked<T, R>[] = [];
  for await (const batch of batchesOfTargets) {
    const answers = ask(batch);
    answers.catch(() => undefined); // thrown where it is awaited, even if an earlier batch fails first
    waiting.push({ batch, answers });
    if (waiting.length >= IN_FLIGHT) yield* settle(waiting.shift());
  }
  for (const asked of waiting) yield* settle(asked);
}

async function* settle<T, R>(asked: Asked<T, R> | undefined): AsyncIterable<readonly (readonly [T, R])[]> {
  if (asked === undefined) return;
  const answers = await asked.answers;
  if (answers.length !== asked.batch.length) throw lost(answers.length, asked.batch.length);
  yield asked.batch.map((target, index) => [target, answers[index] as R] as const);
}

function* batches<T>(targets: Iterable<T>, size: () => number): Iterable<readonly T[]> {
  let batch: T[] = [];
  for (const target of targets) {
    batch.push(target);
    if (batch.length < size()) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* listedBatches<T>(targets: AsyncIterable<T>): AsyncIterable<readonly T[]> {
  let batch: T[] = [];
  for await (const target of targets) {
    batch.push(target);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

// An answer that is missing is an object that nobody checked.
const lost = (found: number, expected: number): EngineError =>
  new EngineError('ledger/inspector', {
    expected: `${expected} answers`,
    found: String(found),
    at: 'inspector',
    doThis: 'Report this as a defect.',
  });
