import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { TrustFile } from '@proofrail/core/ledger';
import { verifyLedger, type Progress, type Verification, type VerifyOptions } from '@proofrail/core/verification';
import type { ObjectStore } from '@proofrail/core/ports';
import { failureFrom, threadFailure, type FailureMessage } from './failure-message.ts';
import { countObjects } from './count-objects.ts';
import { isFolder, placeForThread, portsOf, type ThreadPlace } from './thread-place.ts';
import { verifyWithTeam } from './verify-with-team.ts';

/** From how many objects on a ledger is worth an effort. */
export interface Worth {
  /** Other cores: a thread costs some 140 ms of processor time to start against 0.1 an object, and 400 against 1 in a bucket (measured). */
  readonly team: number;
  /** A thread of its own that keeps the count in bounded memory. Below it there is not so much to keep. */
  readonly boundedMemory: number;
}

const IN_A_FOLDER: Worth = { team: 3_000, boundedMemory: 25_000 };
/** Counted by listing: one page, whose answers the first thread's nursery keeps for good. */
const IN_A_BUCKET: Worth = { team: 500, boundedMemory: 1_000 };

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
  readonly options: Omit<VerifyOptions, 'trust' | 'attachments' | 'reading' | 'onProgress'>;
}

export type VerifyAnswer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'verification'; readonly verification: Verification }
  | { readonly kind: 'failure'; readonly failure: FailureMessage };

/** verifyLedger on all cores and in bounded memory, where the ledger is large enough. Same answer, same errors. */
export async function verifyInParallel(
  store: ObjectStore,
  options: Omit<VerifyOptions, 'reading'> = {},
  worth: Worth = isFolder(store.uri) ? IN_A_FOLDER : IN_A_BUCKET,
): Promise<Verification> {
  const isShort = options.since !== undefined; // what came since a checkpoint, whatever else lies there
  if (availableParallelism() < 2 || isShort) return verifyLedger(store, options);
  const objects = await countObjects(store, worth.boundedMemory);
  if (objects < worth.team) return verifyLedger(store, options);
  if (objects < worth.boundedMemory) return verifyWithTeam(store, options);
  const { trust = null, attachments = null, onProgress, ...plain } = options;
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
