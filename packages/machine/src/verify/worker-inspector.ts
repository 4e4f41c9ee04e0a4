import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type {
  BlobInspection,
  BlobName,
  Finding,
  Inspector,
  KeptCheck,
  RecordInspection,
  RecordName,
  SlotInspection,
  StreamId,
  Target,
  TrustFile,
} from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { failureFrom, threadFailure, type FailureMessage } from './failure-message.ts';
import { isFolder, placeForThread, portsOf, type ThreadPlace } from './thread-place.ts';

/** What is inspected, and against what. */
export interface Inspected {
  readonly ledger: ObjectStore;
  readonly attachments: ObjectStore | null;
  readonly trust: TrustFile | null;
  /** As in VerifyOptions. */
  readonly days: number;
}

export interface InspectWorkerData extends Pick<Inspected, 'trust' | 'days'> {
  readonly ledger: ThreadPlace;
  readonly attachments: ThreadPlace | null;
  /** Requests under way at once. */
  readonly reads: number;
}

export type InspectQuestion = { readonly id: number; readonly stream: StreamId } & (
  | { readonly kind: 'slots'; readonly targets: readonly Target<number>[] }
  | { readonly kind: 'records'; readonly targets: readonly Target<RecordName>[] }
  | { readonly kind: 'blobs'; readonly targets: readonly Target<BlobName>[] }
);

export type InspectAnswer =
  /** `kept`: what was found since the last answer about how objects are kept. */
  | { readonly id: number; readonly answers: readonly unknown[]; readonly kept: readonly Finding[] }
  | { readonly id: number; readonly failure: FailureMessage };

type Unnumbered = InspectQuestion extends infer Q ? (Q extends InspectQuestion ? Omit<Q, 'id'> : never) : never;

interface Asker {
  readonly resolve: (answers: readonly unknown[]) => void;
  readonly reject: (cause: unknown) => void;
}

/** The worker's program lies beside this one: as .ts in the sources, as .js in dist/. */
const PROGRAM = new URL(`./inspect-worker${path.extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * What a thread reads is garbage at once: a small nursery keeps 100,000 records under 250 MB, at no price in time (measured). What a bucket
 * answers passes through the SDK, which leaves so much behind that the rest has to be bounded too: a fifth less in all (measured).
 */
const FOLDER_HEAP = { maxYoungGenerationSizeMb: 8 };
const BUCKET_HEAP = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 48 };

const MOST_THREADS = 8;
/** Each has the SDK in memory once more. */
const MOST_THREADS_OF_A_BUCKET = 2;
/** Of all threads together: as many as one client has connections. */
const MOST_READS = 64;

/** Inspects a ledger in several threads. One that fails takes the whole verification with it: an object not looked at is never ok. */
export class WorkerInspector implements Inspector {
  readonly #workers: readonly { readonly worker: Worker; readonly asked: Map<number, Asker> }[];
  #kept: KeptCheck | null = null;
  #questions = 0;

  private constructor(workers: readonly Worker[]) {
    this.#workers = workers.map((worker) => ({ worker, asked: new Map() }));
    for (const { worker, asked } of this.#workers) {
      worker.on('message', (answer: InspectAnswer) => this.#settle(asked, answer));
      worker.on('error', (cause) => failAll(asked, cause));
      worker.on('exit', () => failAll(asked, 'the thread ended'));
    }
  }

  /** Stores that a thread can open for itself, or EngineError `ledger/inspector`. */
  static async start(inspected: Inspected): Promise<WorkerInspector> {
    const inFolder = isFolder(inspected.ledger.uri);
    const threads = Math.min(availableParallelism(), inFolder ? MOST_THREADS : MOST_THREADS_OF_A_BUCKET);
    // Reading a folder waits for nothing, and the bytes of a whole batch would outlive the nursery.
    const reads = inFolder ? 1 : MOST_READS / threads;
    return new WorkerInspector(await Promise.all(Array.from({ length: threads }, () => start(inspected, reads))));
  }

  /** Tells it what the threads find about how objects are kept. */
  reportingTo(kept: KeptCheck): this {
    this.#kept = kept;
    return this;
  }

  slots(stream: StreamId, targets: readonly Target<number>[]): Promise<readonly SlotInspection[]> {
    return this.#ask({ kind: 'slots', stream, targets }) as Promise<readonly SlotInspection[]>;
  }

  records(stream: StreamId, targets: readonly Target<RecordName>[]): Promise<readonly RecordInspection[]> {
    return this.#ask({ kind: 'records', stream, targets }) as Promise<readonly RecordInspection[]>;
  }

  blobs(stream: StreamId, targets: readonly Target<BlobName>[]): Promise<readonly BlobInspection[]> {
    return this.#ask({ kind: 'blobs', stream, targets }) as Promise<readonly BlobInspection[]>;
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map(({ worker }) => worker.terminate()));
  }

  #ask(question: Unnumbered): Promise<readonly unknown[]> {
    this.#questions += 1;
    const id = this.#questions;
    const [first, ...others] = this.#workers;
    if (first === undefined) return Promise.reject(threadFailure('no thread'));
    const idlest = others.reduce((best, one) => (one.asked.size < best.asked.size ? one : best), first);
    return new Promise((resolve, reject) => {
      idlest.asked.set(id, { resolve, reject });
      idlest.worker.postMessage({ ...question, id });
    });
  }

  #settle(asked: Map<number, Asker>, answer: InspectAnswer): void {
    const asker = asked.get(answer.id);
    asked.delete(answer.id);
    if ('failure' in answer) return asker?.reject(failureFrom(answer.failure));
    this.#kept?.adopt(answer.kept);
    asker?.resolve(answer.answers);
  }
}

async function start({ ledger, attachments, trust, days }: Inspected, reads: number): Promise<Worker> {
  const places = await Promise.all([placeForThread(ledger), attachments === null ? null : placeForThread(attachments)]);
  const [place, besides] = places;
  if (place === null || (attachments !== null && besides === null)) throw threadFailure('a store that cannot be opened twice');
  const workerData: InspectWorkerData = { ledger: place, attachments: besides, trust, days, reads };
  const resourceLimits = isFolder(place.uri) ? FOLDER_HEAP : BUCKET_HEAP;
  return new Worker(PROGRAM, { workerData, transferList: portsOf(places), resourceLimits });
}

function failAll(asked: Map<number, Asker>, cause: unknown): void {
  for (const { reject } of asked.values()) reject(threadFailure(cause));
  asked.clear();
}
