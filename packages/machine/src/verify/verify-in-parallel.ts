import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { verifyLedger, type Progress, type TrustFile, type Verification, type VerifyOptions } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { failureFrom, threadFailure, type FailureMessage } from './failure-message.ts';
import { holdsAtLeast } from './holds-at-least.ts';
import { isFolder, placeForThread, portsOf, type ThreadPlace } from './thread-place.ts';

/** Objects below which threads cost more to start than they save: some 60 ms against 0.1 ms an object, and 400 against 1 ms in a bucket (measured). */
const WORTH_THREADS = { folder: 2_000, bucket: 500 };

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

export interface VerifyWorkerData {
  readonly ledger: ThreadPlace;
  readonly attachments: ThreadPlace | null;
  readonly trust: TrustFile | null;
  readonly options: Omit<VerifyOptions, 'trust' | 'attachments' | 'inspector' | 'onProgress'>;
}

export type VerifyAnswer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'verification'; readonly verification: Verification }
  | { readonly kind: 'failure'; readonly failure: FailureMessage };

/** verifyLedger in a thread of bounded memory and on all cores, where the ledger is large enough. Same answer, same errors. */
export async function verifyInParallel(
  store: ObjectStore,
  options: Omit<VerifyOptions, 'inspector'> = {},
  worthThreads = isFolder(store.uri) ? WORTH_THREADS.folder : WORTH_THREADS.bucket,
): Promise<Verification> {
  const { trust = null, attachments = null, onProgress, ...plain } = options;
  const isShort = options.since !== undefined; // what came since a checkpoint, whatever else lies there
  if (availableParallelism() < 2 || isShort || !(await holdsAtLeast(store, worthThreads))) return verifyLedger(store, options);
  const places = await Promise.all([placeForThread(store), attachments === null ? null : placeForThread(attachments)]);
  const [ledger, tokens] = places;
  if (ledger === null || (attachments !== null && tokens === null)) return verifyLedger(store, options);
  const workerData: VerifyWorkerData = { ledger, attachments: tokens, trust, options: plain };
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, maxOldGenerationSizeMb: OLD_MEGABYTES };
  return answerOf(new Worker(PROGRAM, { workerData, resourceLimits, transferList: portsOf(places) }), onProgress);
}

function answerOf(worker: Worker, onProgress: VerifyOptions['onProgress']): Promise<Verification> {
  return new Promise<Verification>((resolve, reject) => {
    worker.on('message', (answer: VerifyAnswer) => {
      switch (answer.kind) {
        case 'progress':
          return onProgress?.(answer.progress);
        case 'verification':
          return resolve(answer.verification);
        case 'failure':
          return reject(failureFrom(answer.failure));
      }
    });
    worker.on('error', (cause) => reject(threadFailure(cause)));
    worker.on('exit', () => reject(threadFailure('the thread ended'))); // without effect once it has answered
  });
}
