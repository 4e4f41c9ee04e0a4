import { availableParallelism } from 'node:os';
import {
  inspectorOf,
  verifyLedger,
  Vouching,
  type Inspector,
  type Verification,
  type VerifyOptions,
} from '@proofrail/core/ledger';
import { FileStore } from './file-store.ts';
import { WorkerInspector } from './worker-inspector.ts';

/** Below this a thread costs more to start than it saves: some 60 ms against 0.1 ms per object (measured). */
const WORTH_THREADS = 2_000;
const MOST_THREADS = 8;

/** verifyLedger over a folder, on all cores where the ledger is large enough. Same answer, same errors. */
export async function verifyInParallel(store: FileStore, options: Omit<VerifyOptions, 'inspector'> = {}): Promise<Verification> {
  const { trust = null, attachments = null } = options;
  let workers: WorkerInspector | null = null;
  const inspector = (objects: number): Inspector => {
    const threads = Math.min(availableParallelism(), MOST_THREADS);
    const reachable = attachments === null || attachments instanceof FileStore; // what a thread can open for itself
    if (objects < WORTH_THREADS || threads < 2 || !reachable)
      return inspectorOf(store, trust === null ? null : new Vouching(trust, store, attachments));
    workers = new WorkerInspector({ directory: store.directory, attachments: attachments?.directory ?? null, trust }, threads);
    return workers;
  };
  try {
    return await verifyLedger(store, { ...options, inspector });
  } finally {
    await closed(workers);
  }
}

// A parameter, because control flow analysis does not see the assignment inside the callback above.
async function closed(workers: WorkerInspector | null): Promise<void> {
  await workers?.close();
}
