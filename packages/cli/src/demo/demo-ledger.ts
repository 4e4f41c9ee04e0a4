import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';
import { openLedger } from '@proofrail/machine';
import type { RoleOptions } from '../evidence/with-role.ts';

/** Where the story writes its evidence: a folder beside everything else, or a bucket. */
export interface DemoLedger {
  readonly uri: string;
  /** The words of a command line that name it. */
  readonly words: readonly string[];
  /** Further words for a command that records people: their keys do not lie in a bucket that forgets nothing. */
  readonly peopleWords: readonly string[];
  /** Facts that were handed over may satisfy a later check in a folder alone, which proves nothing to anybody else. */
  readonly acceptsGiven: boolean;
  open(): Promise<ObjectStore>;
  /** A folder with all of it, to attack copies of. */
  asFolder(): Promise<string>;
}

/** @throws ConfigurationError `demo/ledger-not-empty`, and what `openLedger` throws */
export async function demoLedger(root: string, { ledger, ...options }: RoleOptions): Promise<DemoLedger> {
  if (ledger === undefined) {
    const folder = inFolder(path.join(root, 'ledger'));
    if (options.s3Endpoint !== undefined) await openLedger(folder.uri, options); // which refuses a server beside a folder
    return folder;
  }
  await requireEmpty(await openLedger(ledger, options));
  const { s3Endpoint, s3PathStyle = false, roleToAssume, roleAudience } = options;
  const server = s3Endpoint === undefined ? [] : ['--s3-endpoint', s3Endpoint];
  const audience = roleAudience === undefined ? [] : ['--role-audience', roleAudience];
  const role = roleToAssume === undefined ? [] : ['--role-to-assume', roleToAssume, ...audience];
  const open = () => openLedger(ledger, options);
  const inBucket = ledger.startsWith('s3:');
  return {
    uri: ledger,
    words: ['--ledger', ledger, ...server, ...(s3PathStyle ? ['--s3-path-style'] : []), ...role],
    peopleWords: ['--identities', `file:${path.join(root, 'people')}`],
    acceptsGiven: !inBucket,
    open,
    asFolder: async () => downloaded(await open(), path.join(root, 'downloaded')),
  };
}

function inFolder(folder: string): DemoLedger {
  const uri = `file:${folder}`;
  return {
    uri,
    words: ['--ledger', uri],
    peopleWords: [],
    acceptsGiven: true,
    open: () => openLedger(uri),
    asFolder: () => Promise.resolve(folder),
  };
}

/** What lies in a bucket stays there, so the same story cannot be told twice in one place: its second key would be a forger's. */
async function requireEmpty(store: ObjectStore): Promise<void> {
  for await (const { key } of store.listVersions('')) {
    throw new ConfigurationError('demo/ledger-not-empty', {
      expected: 'a place in which no ledger lies yet',
      found: key,
      at: store.uri,
      doThis:
        'name a place in which nothing lies: another prefix in the bucket, such as s3://example-evidence/demo-2, or another folder',
    });
  }
}

async function downloaded(store: ObjectStore, folder: string): Promise<string> {
  const copy = await openLedger(`file:${folder}`);
  for await (const { key, kind, newest } of store.listVersions('')) {
    const object = kind === 'data' && newest ? await store.read(key) : null;
    if (object?.kind === 'found') await copy.create(key, object.bytes); // what is missing here, the verification of the copy finds
  }
  return folder;
}
