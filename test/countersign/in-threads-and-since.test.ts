import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { inspectorOf, KeptCheck, parseKey, Vouching, type RecordName } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { openBaseline, readCheckpoint } from '@proofrail/core/seal';
import { parseVerifierKey } from '@proofrail/core/tlog';
import { FileStore } from '../../packages/stores/file/src/file-store.ts';
import { InspectorTeam } from '../../packages/machine/src/verify/inspector-team.ts';
import type { MemoryStore } from '../../packages/stores/memory/src/memory-store.ts';
import { bytesOf } from '../ledger/small-ledger.ts';
import { intent, OWN, witnessedLedger } from '../ledger/witnessed-ledger.ts';
import { SEAL_TIME } from '../seal/sealed-ledger.ts';
import { sealingDesk } from './sealing-desk.ts';

const HOUR = 3_600_000;
const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-countersigned-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function inFolder(store: MemoryStore, name: string): Promise<FileStore> {
  const files = await FileStore.open(path.join(folder, name));
  for (const key of store.keys()) await files.create(key, await bytesOf(store, key));
  return files;
}

/** Two records, one of which has lost its token since it was countersigned. */
async function halfErased() {
  const one = witnessedLedger();
  for (let n = 0; n < 2; n++) await one.log().append(intent());
  const desk = sealingDesk(one);
  await desk.seal();
  const [first] = one.attachments.keys();
  if (first === undefined) throw new Error('no token');
  one.attachments.remove(first);
  return { one, desk };
}

it('several threads see of countersignatures and of the keys that a sealer recorded what one thread sees', async () => {
  const { one, desk } = await halfErased();
  const [ledger, attachments] = [await inFolder(one.store, 'ledger'), await inFolder(one.attachments, 'attachments')];
  const names = one.store.keys().flatMap((key) => {
    const parsed = parseKey(key);
    return parsed?.kind === 'record' && parsed.stream === OWN ? [{ name: parsed.name as RecordName, version: null }] : [];
  });
  const threads = await InspectorTeam.start(
    { ledger, attachments, trust: desk.trust, days: 0, kinds: [] },
    KeptCheck.of(ledger, 0),
  );
  const here = inspectorOf(ledger, new Vouching(desk.trust, ledger, attachments));
  const [seen, expected] = await Promise.all([threads, here].map((by) => by?.inspect('record', OWN, names)));
  await threads?.close();
  expect(seen).toEqual(expected);
  const kinds = seen?.map((record) => ('platform' in record ? record.platform.kind : record.state)).sort();
  expect(kinds).toEqual(['countersigned', 'verified']);
});

it('holds for what came since a checkpoint, whose sealer recorded the keys before it', async () => {
  const { one, desk } = await halfErased();
  const keys = [parseVerifierKey(desk.log.verifierKey)].filter((key) => key !== null);
  const kept = await readCheckpoint(one.store, 1, keys);
  await one.log().append(intent());
  await desk.seal({}, SEAL_TIME + HOUR);
  const since = await openBaseline(one.store, kept, keys);
  const { outcome, streams } = await verifyLedger(one.store, { trust: desk.trust, attachments: one.attachments, since });
  expect(outcome).toBe('allow');
  expect(streams.find(({ stream }) => stream === OWN)?.platform).toMatchObject({ verified: 1, unverified: 0 });
});
