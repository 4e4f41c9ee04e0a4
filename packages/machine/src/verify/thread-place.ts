import type { MessagePort } from 'node:worker_threads';
import type { ObjectStore } from '@proofrail/core/ports';
import { FileStore } from '@proofrail/store-file';
import type { S3Endpoint } from '@proofrail/store-s3';
import { credentialsThrough, offerCredentials } from './credentials-port.ts';

/** A store as a thread opens it for itself: a connection cannot cross, and no secret lies in what does. */
export interface ThreadPlace {
  readonly uri: string;
  readonly endpoint: S3Endpoint | null;
  /** Where credentials are asked for; null: nowhere, the environment's are used. For one thread: a port has one other end. */
  readonly credentials: MessagePort | null;
}

/** Null: of such a store there is only one, as of one in memory. */
export async function placeForThread(store: ObjectStore): Promise<ThreadPlace | null> {
  const { uri } = store;
  if (store instanceof FileStore) return { uri, endpoint: null, credentials: null };
  if (!uri.startsWith('s3:')) return null;
  const { S3Store } = await import('@proofrail/store-s3');
  if (!(store instanceof S3Store)) return null;
  const { endpoint = null, credentials } = store.options;
  return { uri, endpoint, credentials: credentials === undefined ? null : offerCredentials(credentials) };
}

/** What opening a store throws. */
export async function openPlace({ uri, endpoint, credentials }: ThreadPlace): Promise<ObjectStore> {
  if (isFolder(uri)) return FileStore.open(uri.slice(FOLDER.length));
  const { S3Store } = await import('@proofrail/store-s3');
  return S3Store.open(uri, {
    ...(endpoint === null ? {} : { endpoint }),
    ...(credentials === null ? {} : { credentials: credentialsThrough(credentials) }),
  });
}

const FOLDER = 'file:';
export const isFolder = (uri: string): boolean => uri.startsWith(FOLDER);

export const portsOf = (places: readonly (ThreadPlace | null)[]): MessagePort[] =>
  places.flatMap((place) => place?.credentials ?? []);
