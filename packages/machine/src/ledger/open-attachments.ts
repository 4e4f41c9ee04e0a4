import { ConfigurationError } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';
import { folderOf } from '../files/folder-of.ts';
import { isSamePlace } from './is-same-place.ts';
import { openLedger } from './open-ledger.ts';
import { s3Options } from '../buckets/s3-options.ts';
import type { StoreOptions } from '../buckets/store-options.ts';

/**
 * Where what may have to be erased lies for a ledger, such as the platform's tokens, which carry names: at `uri`, else, for
 * `file:DIRECTORY`, in the folder `DIRECTORY.attachments` beside it. Nothing is made before the first attachment.
 *
 * @throws ConfigurationError `ledger/attachments`, and what `openLedger` throws
 */
export async function openAttachments(ledger: string, uri: string | null, options: StoreOptions = {}): Promise<ObjectStore> {
  const found = await findAttachments(ledger, uri, options);
  if (found === null) throw notBeside(ledger);
  return found;
}

/** The same for writers: what was put into a bucket that locks before is read, and nothing is added. Also ConfigurationError `attachments/locked`. */
export async function openErasableAttachments(...place: Parameters<typeof openAttachments>): Promise<ObjectStore> {
  const store = await openAttachments(...place);
  if (store.assurance === 'locked') throw neverForgets(store.uri);
  return store;
}

/**
 * The same for readers; null: nobody says where, so that a receipt of the platform reads `token/no-attachments` and is not verified.
 *
 * @throws ConfigurationError `ledger/attachments`, and what `openLedger` throws
 */
export async function findAttachments(
  ledger: string,
  uri: string | null,
  options: StoreOptions = {},
): Promise<ObjectStore | null> {
  if (uri !== null && isSamePlace(uri, ledger)) throw notBeside(uri);
  if (uri !== null) return uri.startsWith('s3:') ? openBucket(uri, options) : openLedger(uri, {}, 'attachments');
  const folder = folderOf(ledger);
  if (folder !== null) return openLedger(`file:${folder}.attachments`);
  if (ledger.startsWith('s3:')) return null;
  throw notBeside(ledger);
}

/** Not as a ledger: where versions are kept, what was erased is still there. */
async function openBucket(uri: string, options: StoreOptions): Promise<ObjectStore> {
  const { S3Store } = await import('@proofrail/store-s3');
  return S3Store.open(uri, await s3Options(options));
}

const neverForgets = (uri: string): ConfigurationError =>
  new ConfigurationError('attachments/locked', {
    expected: "a bucket for the platform's tokens, which carry names, that forgets when it is told to",
    found: 'one that locks every object by itself (COMPLIANCE)',
    at: uri,
    doThis: 'name a bucket of its own without a default retention',
  });

const notBeside = (found: string): ConfigurationError =>
  new ConfigurationError('ledger/attachments', {
    expected: 'a place for attachments that is not the ledger: what lies there can be erased',
    found,
    at: 'attachments',
    doThis: 'Name a place of its own, such as file:./attachments, or a bucket without a lock.',
  });
