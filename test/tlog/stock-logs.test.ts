import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { bundlePath, parseVerifierKey, tilePath, verifyTiledLog, type NoteKey, type VerifiedLog } from '@proofrail/core/tlog';
import { exportLog, sealLedger } from '@proofrail/core/seal';
import { MemoryStore } from '@proofrail/store-memory';
import { testSigner, tickingClock } from '../ledger/small-ledger.ts';
import { seal, SEAL_TIME, sealerOn, testLogKey } from '../seal/sealed-ledger.ts';
import { addUnsignedSlots } from './unsigned-slots.ts';
import { writeObject } from './write-object.ts';
import { describeStockTools } from './describe-stock-tools.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'proofrail-tlog-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const verify = (log: string, keys: readonly NoteKey[]): Promise<VerifiedLog> =>
  verifyTiledLog((name) => readFile(path.join(log, name)).catch(() => null), keys);

function keyOf(text: string): NoteKey {
  const key = parseVerifierKey(text);
  if (key === null) throw new Error(`no key: ${text}`);
  return key;
}

/** Runs with one bit of an object flipped, and puts it back. */
async function flipped<T>(log: string, name: string, run: () => Promise<T>): Promise<T> {
  const file = path.join(log, name);
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length / 2);
  const changed = Uint8Array.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  writeFileSync(file, changed);
  try {
    return await run();
  } finally {
    writeFileSync(file, bytes);
  }
}

const WHOLE = "Successfully fsck'd log with size";

describeStockTools('a stock log', ({ makeLog }) => {
  it.each([1, 255, 256, 257, 65_537, 100_000])('of %i entries verifies, and not with a bit flipped', async (entries) => {
    const log = path.join(scratch, `stock-${entries}`);
    const keys = [keyOf(await makeLog(log, entries))];
    expect(await verify(log, keys)).toMatchObject({
      kind: 'verified',
      checkpoint: { origin: 'example.org/stock', size: entries },
    });
    expect(await verify(log, [testLogKey('example.org/stock').key])).toEqual({ kind: 'refused', at: 'checkpoint' });
    const width = Math.min(entries, 256);
    const upper = Math.min(Math.floor(entries / 256), 256);
    const objects = [bundlePath(0, width), tilePath(0, 0, width), ...(upper === 0 ? [] : [tilePath(1, 0, upper)]), 'checkpoint'];
    for (const name of objects)
      expect([name, (await flipped(log, name, () => verify(log, keys))).kind]).toEqual([name, 'refused']);
  });
});

describeStockTools('what a ledger exports', ({ fsck }) => {
  it.each([{ counts: [3] }, { counts: [300, 1, 250] }, { counts: [250, 65_400, 20] }])(
    'after seals over $counts records is whole to a stock client, and not with a bit flipped',
    async ({ counts }) => {
      const store = new MemoryStore();
      const [logKey, signer] = [testLogKey(), testSigner()];
      for (const [n, count] of counts.entries()) {
        await addUnsignedSlots(store, signer, count);
        await sealLedger(sealerOn(store, logKey, tickingClock(SEAL_TIME + n * 3_600_000)));
      }
      const { checkpoint } = await seal(store, logKey, SEAL_TIME + 9 * 3_600_000);
      const log = path.join(scratch, `exported-${checkpoint.size}`);
      const names: string[] = [];
      for await (const { path: name, bytes } of exportLog(store)) names.push(writeObject(log, name, bytes));
      expect(await fsck(log, logKey.verifierKey)).toContain(`${WHOLE} ${checkpoint.size} `);
      expect(await verify(log, [logKey.key])).toMatchObject({ kind: 'verified', checkpoint: { size: checkpoint.size } });
      for (const name of [names[0], names.at(-2), names.at(-1)] as string[]) {
        expect(await flipped(log, name, () => fsck(log, logKey.verifierKey))).not.toContain(WHOLE);
        expect((await flipped(log, name, () => verify(log, [logKey.key]))).kind).toBe('refused');
      }
    },
  );
});
