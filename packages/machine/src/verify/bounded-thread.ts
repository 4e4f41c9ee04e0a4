import { isMainThread, resourceLimits, Worker, type TransferListItem } from 'node:worker_threads';
import { Failure } from '@proofrail/core/outcomes';
import { failureFrom, threadFailure } from './failure-message.ts';
import type { ThreadSays } from './thread-program.ts';

/**
 * Node gives the first thread a nursery of up to 134 MB, and no safe way to bound it once it runs; a thread takes its bound at birth.
 * With it a hundred thousand records are verified in two thirds of the memory, at no price in time (measured).
 */
const YOUNG_MEGABYTES = 8;

/** What the SDK leaves behind of each request is dropped sooner, with the bytes outside the heap that hang on it (measured). */
const YOUNG_MEGABYTES_AT_A_BUCKET = 2;

/**
 * The higher its limit, the more garbage V8 lets a heap gather (measured). A million records lie outside of it; what needs it is a list of
 * findings, blobs and platform receipts. Where this does not suffice the same is done once more with room for millions: a flood of findings
 * takes twice as long, and is told. Where that does not suffice either the thread ends, which is an error and never a verified ledger.
 */
const OLD_MEGABYTES = 160;
const ROOMY_MEGABYTES = 4_096;

/** What the thread is to do, as its `workerData`, and what it brings along. */
export interface BoundedWork {
  readonly data: unknown;
  readonly transferList?: readonly TransferListItem[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly isAtBucket: boolean;
  /** The same for a second thread, where it brings ports along: one can be handed over once. */
  readonly renewed?: () => Promise<BoundedWork>;
}

/** Every thread of ours has its bound. */
export const isBounded = (): boolean => !isMainThread;

/** Whether this thread is the second that tries, so that those it starts should have room too. */
export const isRoomy = (): boolean => isBounded() && resourceLimits.maxOldGenerationSizeMb === ROOMY_MEGABYTES;

/**
 * What a program comes to in a thread of bounded memory, beside which this one keeps almost nothing. `onWord`: told what it says before.
 *
 * @throws Failure as the program threw it; EngineError `ledger/memory`, `ledger/inspector`
 */
export async function inBoundedThread<Result, Word>(
  program: URL,
  work: BoundedWork,
  onWord: (word: Word) => void,
): Promise<Result> {
  try {
    return await inThread(program, work, OLD_MEGABYTES, onWord);
  } catch (cause) {
    if (!(cause instanceof Failure && cause.code === 'ledger/memory')) throw cause;
    return inThread(program, (await work.renewed?.()) ?? work, ROOMY_MEGABYTES, onWord);
  }
}

function inThread<Result, Word>(
  program: URL,
  { data, transferList = [], env, isAtBucket }: BoundedWork,
  maxOldGenerationSizeMb: number,
  onWord: (word: Word) => void,
): Promise<Result> {
  const maxYoungGenerationSizeMb = isAtBucket ? YOUNG_MEGABYTES_AT_A_BUCKET : YOUNG_MEGABYTES;
  const worker = new Worker(program, {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb, maxOldGenerationSizeMb },
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
