import { isMainThread, Worker, type TransferListItem } from 'node:worker_threads';
import { failureFrom, threadFailure } from './failure-message.ts';
import type { ThreadSays } from './thread-program.ts';

/**
 * Node gives the first thread a nursery of up to 134 MB, and no safe way to bound it once it runs; a thread takes its bound at birth.
 * With it a hundred thousand records are verified in two thirds of the memory, at no price in time (measured).
 */
const YOUNG_MEGABYTES = 8;

/** What the SDK leaves behind of each request is dropped sooner, with the bytes outside the heap that hang on it: 4 % less in all (measured, two runs each). */
const YOUNG_MEGABYTES_AT_A_BUCKET = 4;

/**
 * The higher its limit, the more garbage V8 lets a heap gather: a million records, which lie outside of it, took 290 MB in all with twice
 * this limit and 220 with it (measured without the reading threads). What needs the heap is the list of findings. Where it does not suffice
 * the thread ends, which is an error and never a verified ledger.
 */
const OLD_MEGABYTES = 512;

/** What the thread is to do, as its `workerData`, and what it brings along. */
export interface BoundedWork {
  readonly data: unknown;
  readonly transferList?: readonly TransferListItem[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly isAtBucket: boolean;
}

/** Every thread of ours has its bound. */
export const isBounded = (): boolean => !isMainThread;

/**
 * What a program comes to in a thread of bounded memory, beside which this one keeps almost nothing. `onWord`: told what it says before.
 *
 * @throws Failure as the program threw it; EngineError `ledger/memory`, `ledger/inspector`
 */
export function inBoundedThread<Result, Word>(
  program: URL,
  { data, transferList = [], env, isAtBucket }: BoundedWork,
  onWord: (word: Word) => void,
): Promise<Result> {
  const maxYoungGenerationSizeMb = isAtBucket ? YOUNG_MEGABYTES_AT_A_BUCKET : YOUNG_MEGABYTES;
  const resourceLimits = { maxYoungGenerationSizeMb, maxOldGenerationSizeMb: OLD_MEGABYTES };
  const worker = new Worker(program, {
    workerData: data,
    resourceLimits,
    transferList: [...transferList],
    ...(env === undefined ? {} : { env }),
  });
  return new Promise<Result>((resolve, reject) => {
    worker.on('message', (said: ThreadSays<Result, Word>) => {
      switch (said.kind) {
        case 'word':
          return onWord(said.word);
        case 'result':
          return resolve(said.result);
        case 'failure':
          return reject(failureFrom(said.failure));
      }
    });
    worker.on('error', (cause) => reject(threadFailure(cause)));
    worker.on('exit', () => reject(threadFailure('the thread ended'))); // without effect once it has answered
  });
}
