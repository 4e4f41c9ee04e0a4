// The thread of one whole verification over a folder: it keeps the count, other threads read and check signatures.
import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { verifyLedger, type Verification } from '@proofrail/core/ledger';
import { EngineError, Failure } from '@proofrail/core/outcomes';
import { FileStore } from './file-store.ts';
import type { VerifyAnswer, VerifyWorkerData } from './verify-in-parallel.ts';
import { WorkerInspector } from './worker-inspector.ts';

const MOST_THREADS = 8;

const { directory, attachments, trust, ...options } = workerData as VerifyWorkerData;
const say = (answer: VerifyAnswer): void => parentPort?.postMessage(answer);

// Started before the ledger is listed: they load while this thread counts.
const inspector = new WorkerInspector({ directory, attachments, trust }, Math.min(availableParallelism(), MOST_THREADS));
say(await verified().then((verification) => ({ kind: 'verification', verification }), failed));
await inspector.close();

async function verified(): Promise<Verification> {
  const store = await FileStore.open(directory);
  const trusted = trust === null ? {} : { trust };
  return verifyLedger(store, {
    ...options,
    ...trusted,
    inspector: () => inspector,
    onProgress: (progress) => say({ kind: 'progress', progress }),
  });
}

function failed(cause: unknown): VerifyAnswer {
  const failure = cause instanceof Failure ? cause : unexpected(cause);
  const { outcome, code, expected, found, at, doThis } = failure;
  return { kind: 'failure', outcome, code, detail: { expected, found, at, doThis } };
}

const unexpected = (cause: unknown): EngineError =>
  new EngineError('ledger/inspector', {
    expected: 'an answer',
    found: String(cause),
    at: 'verifying thread',
    doThis: 'Report this as a defect.',
  });
