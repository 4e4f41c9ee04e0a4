import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { verifyLedger, type Progress, type TrustFile, type Verification, type VerifyOptions } from '@proofrail/core/ledger';
import { EngineError, failureOf, type FailureCode, type FailureDetail, type FailureOutcome } from '@proofrail/core/outcomes';
import { FileStore } from './file-store.ts';
import { holdsAtLeast } from './holds-at-least.ts';

/** Below this a thread costs more to start than it saves: some 60 ms against 0.1 ms per object (measured). */
const WORTH_THREADS = 2_000;

/**
 * Node gives the first thread a nursery of up to 134 MB, and no safe way to bound it once it runs; a thread takes its bound at birth.
 * With it a hundred thousand records are verified in two thirds of the memory, at no price in time (measured).
 */
const YOUNG_MEGABYTES = 8;

/**
 * The higher its limit, the more garbage V8 lets a heap gather: a million records, which lie outside of it, took 290 MB in all with twice
 * this limit and 220 with it (measured without the reading threads). What needs the heap is the list of findings. Where it does not suffice
 * the thread ends, which is an error and never a verified ledger.
 */
const OLD_MEGABYTES = 512;

/** The thread's program lies beside this one: as .ts in the sources, as .js in dist/. */
const PROGRAM = new URL(`./verify-worker${path.extname(fileURLToPath(import.meta.url))}`, import.meta.url);

export interface VerifyWorkerData extends Pick<VerifyOptions, 'receipts' | 'stream' | 'acceptAcknowledged' | 'now'> {
  readonly directory: string;
  readonly attachments: string | null;
  readonly trust: TrustFile | null;
}

export type VerifyAnswer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'verification'; readonly verification: Verification }
  | {
      readonly kind: 'failure';
      readonly outcome: FailureOutcome;
      readonly code: FailureCode;
      readonly detail: FailureDetail;
    };

/** verifyLedger over a folder, on all cores where the ledger is large enough. Same answer, same errors. */
export async function verifyInParallel(store: FileStore, options: Omit<VerifyOptions, 'inspector'> = {}): Promise<Verification> {
  const { trust = null, attachments = null, onProgress, ...plain } = options;
  const reachable = attachments === null || attachments instanceof FileStore; // what a thread can open for itself
  const isShort = options.since !== undefined; // what came since a checkpoint, whatever else lies there
  if (availableParallelism() < 2 || !reachable || isShort || !holdsAtLeast(store.directory, WORTH_THREADS))
    return verifyLedger(store, options);
  const data = { ...plain, directory: store.directory, attachments: attachments?.directory ?? null, trust };
  return answerOf(data, onProgress);
}

function answerOf(workerData: VerifyWorkerData, onProgress: VerifyOptions['onProgress']): Promise<Verification> {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, maxOldGenerationSizeMb: OLD_MEGABYTES };
  const worker = new Worker(PROGRAM, { workerData, resourceLimits });
  return new Promise<Verification>((resolve, reject) => {
    worker.on('message', (answer: VerifyAnswer) => {
      switch (answer.kind) {
        case 'progress':
          return onProgress?.(answer.progress);
        case 'verification':
          return resolve(answer.verification);
        case 'failure':
          return reject(failureOf(answer.outcome, answer.code, answer.detail));
      }
    });
    worker.on('error', (cause) => reject(ended(String(cause))));
    worker.on('exit', () => reject(ended('the thread ended'))); // without effect once it has answered
  });
}

const ended = (found: string): EngineError =>
  new EngineError('ledger/inspector', {
    expected: 'an answer',
    found,
    at: 'verifying thread',
    doThis: 'Report this as a defect.',
  });
