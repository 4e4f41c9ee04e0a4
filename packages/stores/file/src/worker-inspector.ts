import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type {
  BlobInspection,
  BlobName,
  Inspector,
  RecordInspection,
  RecordName,
  SlotInspection,
  StreamId,
  Target,
  TrustFile,
} from '@proofrail/core/ledger';
import { EngineError } from '@proofrail/core/outcomes';

export interface InspectWorkerData {
  readonly directory: string;
  /** Folder of the attachments; null: none. */
  readonly attachments: string | null;
  readonly trust: TrustFile | null;
}

export type InspectQuestion = { readonly id: number; readonly stream: StreamId } & (
  | { readonly kind: 'slots'; readonly targets: readonly Target<number>[] }
  | { readonly kind: 'records'; readonly targets: readonly Target<RecordName>[] }
  | { readonly kind: 'blobs'; readonly targets: readonly Target<BlobName>[] }
);

export type InspectAnswer =
  { readonly id: number; readonly answers: readonly unknown[] } | { readonly id: number; readonly problem: string };

type Unnumbered = InspectQuestion extends infer Q ? (Q extends InspectQuestion ? Omit<Q, 'id'> : never) : never;

interface Asker {
  readonly resolve: (answers: readonly unknown[]) => void;
  readonly reject: (cause: unknown) => void;
}

/** The worker's program lies beside this one: as .ts in the sources, as .js in dist/. */
const PROGRAM = new URL(`./inspect-worker${path.extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/** What a thread reads is garbage at once: a small nursery keeps 100,000 records under 250 MB, at no price in time (measured). */
const YOUNG_MEGABYTES = 8;

/** Inspects a folder in several threads. One that fails takes the whole verification with it: an object not looked at is never ok. */
export class WorkerInspector implements Inspector {
  readonly #workers: readonly { readonly worker: Worker; readonly asked: Map<number, Asker> }[];
  #questions = 0;

  constructor(data: InspectWorkerData, threads: number) {
    this.#workers = Array.from({ length: threads }, () => ({
      worker: new Worker(PROGRAM, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } }),
      asked: new Map(),
    }));
    for (const { worker, asked } of this.#workers) {
      worker.on('message', (answer: InspectAnswer) => settle(asked, answer));
      worker.on('error', (cause) => failAll(asked, String(cause)));
      worker.on('exit', () => failAll(asked, 'the thread ended'));
    }
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
    if (first === undefined) return Promise.reject(failure('no thread'));
    const idlest = others.reduce((best, one) => (one.asked.size < best.asked.size ? one : best), first);
    return new Promise((resolve, reject) => {
      idlest.asked.set(id, { resolve, reject });
      idlest.worker.postMessage({ ...question, id });
    });
  }
}

function settle(asked: Map<number, Asker>, answer: InspectAnswer): void {
  const asker = asked.get(answer.id);
  asked.delete(answer.id);
  if ('answers' in answer) asker?.resolve(answer.answers);
  else asker?.reject(failure(answer.problem));
}

function failAll(asked: Map<number, Asker>, problem: string): void {
  for (const { reject } of asked.values()) reject(failure(problem));
  asked.clear();
}

const failure = (found: string): EngineError =>
  new EngineError('ledger/inspector', {
    expected: 'an answer',
    found,
    at: 'verifying thread',
    doThis: 'Report this as a defect.',
  });
