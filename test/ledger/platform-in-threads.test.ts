import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { inspectorOf, KeptCheck, parseKey, Vouching, type RecordName } from '@proofrail/core/ledger';
import { FileStore } from '../../packages/stores/file/src/file-store.ts';
import { InspectorTeam } from '../../packages/machine/src/verify/inspector-team.ts';
import type { MemoryStore } from '../../packages/stores/memory/src/memory-store.ts';
import { bytesOf } from './small-ledger.ts';
import { intent, OWN, witnessedLedger } from './witnessed-ledger.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-witnessed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function inFolder(store: MemoryStore, name: string): Promise<FileStore> {
  const files = await FileStore.open(path.join(folder, name));
  for (const key of store.keys()) await files.create(key, await bytesOf(store, key));
  return files;
}

it('several threads see of a key for one run what one thread sees: the tokens are theirs to read too', async () => {
  const one = witnessedLedger();
  for (let n = 0; n < 3; n++) await one.log().append(intent());
  const [ledger, attachments] = [await inFolder(one.store, 'ledger'), await inFolder(one.attachments, 'attachments')];
  const parsed = one.store.keys().map(parseKey);
  const records = parsed.flatMap((key) => (key?.kind === 'record' ? [{ name: key.name as RecordName, version: null }] : []));
  const slots = parsed.flatMap((key) => (key?.kind === 'slot' ? [{ name: key.seq, version: null }] : []));
  const threads = await InspectorTeam.start(
    { ledger, attachments, trust: one.trust, days: 0, kinds: [] },
    KeptCheck.of(ledger, 0),
  );
  const here = inspectorOf(ledger, new Vouching(one.trust, ledger, attachments));
  const [seen, expected] = await Promise.all(
    [threads, here].map((by) => Promise.all([by?.inspect('record', OWN, records), by?.inspect('slot', OWN, slots)])),
  );
  await threads?.close();
  expect(seen).toEqual(expected);
  expect(seen?.[0]).toMatchObject(Array.from({ length: 3 }, () => ({ state: 'right', platform: { kind: 'verified' } })));
});
