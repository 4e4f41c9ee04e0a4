import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TrustFile } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { FileStore } from '@proofrail/store-file';
import { bytesOf, sevenRecords } from './small-ledger.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'proofrail-foreign-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let files: string[];
let trust: TrustFile;

beforeAll(async () => {
  const { store, trust: pinned } = await sevenRecords();
  trust = pinned;
  files = store.keys().map((key) => path.join(directory, key));
  for (const key of store.keys()) {
    mkdirSync(path.dirname(path.join(directory, key)), { recursive: true });
    writeFileSync(path.join(directory, key), await bytesOf(store, key));
  }
});

/** What stands in the place of the object; `aside`: where the object itself lies now. */
const REPLACEMENTS: readonly [string, (place: string, aside: string) => void][] = [
  ['a link to the same bytes', (place, aside) => symlinkSync(aside, place)],
  ['a link that leads nowhere', (place) => symlinkSync('/nowhere', place)],
  ['a folder', (place) => mkdirSync(place)],
  ['a named pipe', (place) => execFileSync('mkfifo', [place])],
  ['a file too large to be one of ours', (place) => (writeFileSync(place, ''), truncateSync(place, 65 * 1024 * 1024))],
];

it.each(REPLACEMENTS)(
  '%s in the place of any object is a ledger that was tampered with, not one out of reach',
  async (_, put) => {
    const newestSlot =
      files
        .filter((file) => file.includes('/segments/'))
        .sort()
        .at(-1) ?? '';
    const before = await verifyLedger(await FileStore.open(directory), { trust });
    expect(before.outcome).toBe('allow');
    for (const file of files.filter((one) => one !== newestSlot)) {
      const aside = path.join(directory, '..', `${path.basename(directory)}-aside`);
      renameSync(file, aside);
      put(file, aside);
      const { outcome, findings } = await verifyLedger(await FileStore.open(directory), { trust });
      expect([file, outcome, findings.map(({ kind }) => kind)]).toEqual([file, 'tampered', expect.arrayContaining(['missing'])]);
      rmSync(file, { recursive: true });
      renameSync(aside, file);
    }
  },
);
