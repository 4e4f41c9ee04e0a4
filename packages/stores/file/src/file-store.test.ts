import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { ObjectKey } from '@proofrail/core/ports';
import { objectStoreContract } from '../../../../test/contract/object-store.ts';
import { remoteFileSystem } from './file-system-kind.ts';
import { FileStore } from './file-store.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'proofrail-file-store-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let folders = 0;
const fresh = (): string => path.join(scratch, `ledger-${(folders += 1)}`);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const KEY = 'v1/records/1/a' as ObjectKey;
const OTHER = 'v1/records/1/b' as ObjectKey;

objectStoreContract('FileStore', () => FileStore.open(fresh()));

describe('FileStore', () => {
  it('writes objects that nobody overwrites by accident, and leaves no temporary file', async () => {
    const folder = fresh();
    const store = await FileStore.open(folder);
    await store.create(KEY, bytes('x'));
    await store.create(KEY, bytes('y'));
    expect(statSync(path.join(folder, KEY)).mode & 0o777).toBe(0o444);
    expect(readdirSync(path.join(folder, '.tmp'))).toEqual([]);
  });

  it('names no prefix for a folder in which nothing was ever stored: a stream that is not there is not verified', async () => {
    const folder = fresh();
    const store = await FileStore.open(folder);
    await store.create(KEY, bytes('x'));
    mkdirSync(path.join(folder, 'v1/records/2/empty'), { recursive: true });
    expect(store.commonPrefixes('v1/records/')).toEqual(['v1/records/1/']);
  });

  it('says that nothing but the file system protects it', async () => {
    const store = await FileStore.open('./ledger');
    expect(store).toMatchObject({ uri: 'file:./ledger', assurance: 'local' });
  });

  it('makes nothing until something is created', async () => {
    const folder = fresh();
    const store = await FileStore.open(folder);
    expect(await store.read(KEY)).toEqual({ kind: 'absent' });
    expect(() => statSync(folder)).toThrow('ENOENT');
  });

  it.each([
    '',
    '/',
    'a/../../b',
    '../a',
    'a//b',
    '.tmp/x',
    'a/.hidden',
    'a\\b',
    'a\0b',
    'a:b',
    'ä',
    'a/' + 'n'.repeat(256),
    'n/'.repeat(600) + 'n',
  ])('refuses a key that a folder cannot hold safely: %j', async (key) => {
    const store = await FileStore.open(fresh());
    await expect(store.create(key as ObjectKey, bytes('x'))).rejects.toMatchObject({ code: 'store/key' });
    await expect(store.read(key as ObjectKey)).rejects.toMatchObject({ code: 'store/key' });
  });

  it('refuses a root that is a link, or no folder', async () => {
    const folder = fresh();
    mkdirSync(folder);
    symlinkSync(folder, `${folder}-link`);
    writeFileSync(`${folder}-file`, '');
    await expect(FileStore.open(`${folder}-link`)).rejects.toMatchObject({
      code: 'store/not-a-folder',
      found: 'a symbolic link',
    });
    await expect(FileStore.open(`${folder}-file`)).rejects.toMatchObject({ code: 'store/not-a-folder' });
  });

  it('refuses to write through a link inside the ledger', async () => {
    const folder = fresh();
    mkdirSync(path.join(folder, 'elsewhere'), { recursive: true });
    symlinkSync('elsewhere', path.join(folder, 'v1'));
    const store = await FileStore.open(folder);
    await expect(store.create(KEY, bytes('x'))).rejects.toMatchObject({ code: 'store/not-a-folder' });
  });

  it('does not follow a link, nor wait for a FIFO or a folder, in place of an object', async () => {
    const folder = fresh();
    const store = await FileStore.open(folder);
    await store.create(KEY, bytes('x'));
    symlinkSync('a', path.join(folder, 'v1/records/1/link'));
    mkdirSync(path.join(folder, 'v1/records/1/folder'));
    expect(await store.read('v1/records/1/link' as ObjectKey)).toEqual({ kind: 'hidden', by: 'a symbolic link' });
    const folderAnswer = await store.read('v1/records/1/folder' as ObjectKey);
    expect(folderAnswer).toEqual({ kind: 'hidden', by: 'something that is no file' });
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])(
    'gives back all of %i bytes, and nothing of what was read before',
    async (size) => {
      const store = await FileStore.open(fresh());
      await store.create(KEY, Buffer.alloc(70_000, 'before'));
      await store.create(OTHER, Buffer.alloc(size, 'x'));
      await store.read(KEY);
      expect(await store.read(OTHER)).toEqual({ kind: 'found', bytes: Buffer.alloc(size, 'x'), version: null });
    },
  );

  it('clears what dead writers left, but not what a living one may be writing', async () => {
    const folder = fresh();
    mkdirSync(path.join(folder, '.tmp'), { recursive: true });
    for (const name of ['dead', 'living']) writeFileSync(path.join(folder, '.tmp', name), 'half');
    const now = 1_800_000_000_000;
    utimesSync(path.join(folder, '.tmp/dead'), now / 1000 - 7200, now / 1000 - 7200);
    utimesSync(path.join(folder, '.tmp/living'), now / 1000 - 60, now / 1000 - 60);
    const store = await FileStore.open(folder, { now: () => now });
    await store.create(KEY, bytes('x'));
    expect(readdirSync(path.join(folder, '.tmp'))).toEqual(['living']);
  });

  it('does not take leftovers and dot files for objects', async () => {
    const folder = fresh();
    const store = await FileStore.open(folder);
    await store.create(KEY, bytes('x'));
    writeFileSync(path.join(folder, '.tmp/leftover'), 'half');
    writeFileSync(path.join(folder, 'v1/.DS_Store'), '');
    const keys: string[] = [];
    for await (const { key } of store.listVersions('')) keys.push(key);
    expect(keys).toEqual([KEY]);
  });

  it('names every remote file system it knows, also where the number is negative', () => {
    const at = (type: number) => remoteFileSystem('.', (() => ({ type })) as never);
    expect([0x6969, 0x65735546, -11317950, 0x01021997, 0xef53, 0x794c7630].map(at)).toEqual([
      'NFS',
      'FUSE',
      'CIFS',
      '9p',
      null,
      null,
    ]);
  });

  const asOrdinaryUser = process.getuid?.() === 0 ? it.skip : it;
  asOrdinaryUser('is unavailable, not wrong, where permission is missing', async () => {
    const folder = fresh();
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    const store = await FileStore.open(folder);
    await expect(store.create(KEY, bytes('x'))).rejects.toMatchObject({ outcome: 'unavailable', found: 'EACCES' });
  });

  const withProc = process.platform === 'linux' ? it : it.skip;
  withProc('is unavailable where the file system takes no files', async () => {
    const store = await FileStore.open('/proc/proofrail');
    await expect(store.create(KEY, bytes('x'))).rejects.toMatchObject({ outcome: 'unavailable', code: 'store/unavailable' });
  });
});
