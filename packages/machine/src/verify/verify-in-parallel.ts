import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TrustFile } from '@proofrail/core/ledger';
import { verifyLedger, type Progress, type Verification, type VerifyOptions } from '@proofrail/core/verification';
import type { ObjectStore } from '@proofrail/core/ports';
import { inBoundedThread, isBounded, type BoundedWork } from './bounded-thread.ts';
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

/** The thread's program lies beside this one: as .ts in the sources, as .js in dist/. */
const PROGRAM = new URL(`./verify-worker${path.extname(fileURLToPath(import.meta.url))}`, import.meta.url);

export interface VerifyWorkerData {
  readonly ledger: ThreadPlace;
  readonly attachments: ThreadPlace | null;
  readonly trust: TrustFile | null;
  readonly options: Omit<VerifyOptions, 'trust' | 'attachments' | 'reading' | 'onProgress'>;
}

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
  if (objects < worth.boundedMemory || isBounded()) return verifyWithTeam(store, options);
  const { onProgress, ...asked } = options;
  const work = await workOn(store, asked);
  if (work === null) return verifyLedger(store, options);
  return inBoundedThread<Verification, Progress>(PROGRAM, work, (progress) => onProgress?.(progress));
}

/** Null: one of the stores is such that no thread can open it for itself. */
async function workOn(store: ObjectStore, asked: Omit<VerifyOptions, 'reading' | 'onProgress'>): Promise<BoundedWork | null> {
  const { trust = null, attachments = null, ...options } = asked;
  const places = await Promise.all([placeForThread(store), attachments === null ? null : placeForThread(attachments)]);
  const [ledger, tokens] = places;
  if (ledger === null || (attachments !== null && tokens === null)) return null;
  const data: VerifyWorkerData = { ledger, attachments: tokens, trust, options };
  const work = { data, transferList: portsOf(places), isAtBucket: !isFolder(store.uri) };
  return { ...work, renewed: async () => (await workOn(store, asked)) ?? work };
}
