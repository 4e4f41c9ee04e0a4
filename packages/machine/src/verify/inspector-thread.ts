import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Finding, InspectedKind, InspectionOf, StreamId, TargetOf, TrustFile } from '@proofrail/core/ledger';
import type { EngineError } from '@proofrail/core/outcomes';
import { isRoomy } from './bounded-thread.ts';
import { failureFrom, threadFailure, type FailureMessage } from './failure-message.ts';
import type { TeamMember } from './team-member.ts';
import { isFolder, portsOf, type ThreadPlace } from './thread-place.ts';

export interface InspectWorkerData {
  readonly ledger: ThreadPlace;
  readonly attachments: ThreadPlace | null;
  readonly trust: TrustFile | null;
  /** As in VerifyOptions. */
  readonly days: number;
  /** As in InspectorOptions. */
  readonly kinds: readonly string[];
  /** Requests under way at once. */
  readonly reads: number;
}

export interface InspectQuestion<K extends InspectedKind = InspectedKind> {
  readonly id: number;
  readonly kind: K;
  readonly stream: StreamId;
  readonly targets: readonly TargetOf<K>[];
}

export type InspectAnswer =
  /** `kept`: what was found since the last answer about how objects are kept. */
  | { readonly id: number; readonly answers: readonly unknown[]; readonly kept: readonly Finding[] }
  | { readonly id: number; readonly failure: FailureMessage };

interface Asker {
  readonly resolve: (answers: readonly unknown[]) => void;
  readonly reject: (cause: unknown) => void;
}

/** The worker's program lies beside this one: as .ts in the sources, as .js in dist/. */
const PROGRAM = new URL(`./inspect-worker${path.extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * What a thread reads is garbage at once: a small nursery keeps 100,000 records under 250 MB, at no price in time (measured). What a bucket
 * answers passes through the SDK, which leaves so much behind that the rest has to be bounded too (measured).
 */
const FOLDER_HEAP = { maxYoungGenerationSizeMb: 8 };
const BUCKET_HEAP = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 32 };

/** Inspects in another thread. One that ends before it has answered rejects what it was asked, and what it will be. */
export class InspectorThread implements TeamMember {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asker>();
  readonly #onKept: (findings: readonly Finding[]) => void;
  #questions = 0;
  #ended: EngineError | null = null;

  /** `onKept`: told what it finds about how objects are kept. */
  constructor(data: InspectWorkerData, onKept: (findings: readonly Finding[]) => void) {
    const resourceLimits = isFolder(data.ledger.uri) || isRoomy() ? FOLDER_HEAP : BUCKET_HEAP;
    this.#worker = new Worker(PROGRAM, {
      workerData: data,
      transferList: portsOf([data.ledger, data.attachments]),
      resourceLimits,
    });
    this.#onKept = onKept;
    this.#worker.on('message', (answer: InspectAnswer) => this.#settle(answer));
    this.#worker.on('messageerror', (cause) => this.#end(cause));
    this.#worker.on('error', (cause) => this.#end(cause));
    this.#worker.on('exit', () => this.#end('the thread ended'));
  }

  get waiting(): number {
    return this.#asked.size;
  }

  inspect<K extends InspectedKind>(
    kind: K,
    stream: StreamId,
    targets: readonly TargetOf<K>[],
  ): Promise<readonly InspectionOf<K>[]> {
    return this.#ask({ kind, stream, targets }) as Promise<readonly InspectionOf<K>[]>;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask<K extends InspectedKind>(question: Omit<InspectQuestion<K>, 'id'>): Promise<readonly unknown[]> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    this.#questions += 1;
    const id = this.#questions;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#worker.postMessage({ ...question, id });
    });
  }

  #settle(answer: InspectAnswer): void {
    const asker = this.#asked.get(answer.id);
    this.#asked.delete(answer.id);
    if ('failure' in answer) return asker?.reject(failureFrom(answer.failure));
    this.#onKept(answer.kept);
    asker?.resolve(answer.answers);
  }

  #end(cause: unknown): void {
    this.#ended ??= threadFailure(cause);
    for (const { reject } of this.#asked.values()) reject(this.#ended);
    this.#asked.clear();
  }
}
