import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { bundleChecker, type CheckBundle, type CheckedBundle } from '@proofrail/core/tlog';
import { EngineError } from '@proofrail/core/outcomes';
import { readObject } from './read-object.ts';

export interface BundleQuestion {
  readonly index: number;
  readonly width: number;
}

/** What came of each bundle of a question, in its order. */
export type BundleAnswer = readonly (CheckedBundle | null)[];

interface Asked extends BundleQuestion {
  readonly resolve: (tile: CheckedBundle | null) => void;
}

/** The thread's program lies beside this one: as .ts in the sources, as .js in dist/. */
const PROGRAM = new URL(`./bundle-worker${path.extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/** Checks bundles in this thread and in another one by turns: what is asked in one turn of the loop goes to one of them. */
export class BundleThreads {
  readonly #here: CheckBundle;
  readonly #worker: Worker;
  readonly #sent: Asked[][] = [];
  #asked: Asked[] = [];
  #isTheirTurn = false;
  #fail: (cause: Error) => void = () => undefined;
  /** Rejects when the other thread ends before it should: nobody checked what it was asked. */
  readonly failed: Promise<never>;

  constructor(log: string) {
    this.#here = bundleChecker((name) => Promise.resolve(readObject(log, name)));
    this.#worker = new Worker(PROGRAM, { workerData: log });
    this.failed = new Promise((_, reject) => (this.#fail = reject));
    this.failed.catch(() => undefined); // raced by whoever waits for the log
    this.#worker.on('message', (answer: BundleAnswer) => this.#answered(answer));
    this.#worker.on('error', (cause) => this.#fail(ended(String(cause))));
    this.#worker.on('exit', () => this.#fail(ended('the thread ended')));
  }

  readonly check: CheckBundle = (index, width) => {
    if (this.#asked.length === 0) queueMicrotask(() => this.#hand());
    return new Promise((resolve) => this.#asked.push({ index, width, resolve }));
  };

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #hand(): void {
    const asked = this.#asked;
    this.#asked = [];
    this.#isTheirTurn = !this.#isTheirTurn;
    if (!this.#isTheirTurn) {
      for (const { index, width, resolve } of asked) void this.#here(index, width).then(resolve, this.#fail);
      return;
    }
    this.#sent.push(asked);
    this.#worker.postMessage(asked.map(({ index, width }) => ({ index, width })));
  }

  #answered(answer: BundleAnswer): void {
    for (const [at, { resolve }] of (this.#sent.shift() ?? []).entries()) resolve(answer[at] ?? null);
  }
}

const ended = (found: string): EngineError =>
  new EngineError('ledger/inspector', {
    expected: 'an answer',
    found,
    at: 'checking thread',
    doThis: 'Report this as a defect.',
  });
