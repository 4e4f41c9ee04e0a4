import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append, KeptCheck, type SequencedReceipt, type TrustFile } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { openBaseline } from '@proofrail/core/seal';
import { FileStore } from '@proofrail/store-file';
import { MemoryStore } from '@proofrail/store-memory';
import { verifyInParallel, type Worth } from '../../packages/machine/src/verify/verify-in-parallel.ts';
import { InspectorTeam } from '../../packages/machine/src/verify/inspector-team.ts';
import { appendPointed } from './append-pointed.ts';
import { ledgerOn, record, STREAM, testSigner, tickingClock, trustIn } from './small-ledger.ts';
import { ORIGIN, seal, SEAL_TIME, testLogKey } from '../seal/sealed-ledger.ts';

const RECORDS = 1_000; // more than are in flight at once (in-batches.ts), so that threads answer out of turn
const POINTED = 20; // of each forty: more than fit into one batch
const POINTERS = (RECORDS / 40) * POINTED * 2;
const directory = mkdtempSync(path.join(tmpdir(), 'proofrail-parallel-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const receipts: SequencedReceipt[] = [];
let trust: TrustFile;

beforeAll(async () => {
  // One writer with each algorithm: a key in a file, and one in KMS.
  const signers = [testSigner('ed25519'), testSigner('ecdsa-p256-sha256')] as const;
  const memory = new MemoryStore();
  const clock = tickingClock();
  for (let n = 0; n < RECORDS; n += 40) {
    const signer = signers[(n / 40) % 2 === 0 ? 0 : 1];
    const ledger = ledgerOn(memory, signer, clock);
    const some = await Promise.all(Array.from({ length: 40 }, (_, k) => record(n + k, signer)));
    const keep = (receipt: SequencedReceipt): void => void receipts.push(receipt);
    await Promise.all(
      some.map((bytes, k) =>
        k < POINTED ? appendPointed(ledger, STREAM, bytes, keep) : append(ledger, STREAM, bytes).then(keep),
      ),
    );
  }
  // Written without fsync: a fixture, made in a second instead of a minute.
  for (const key of memory.keys()) {
    const answer = await memory.read(key);
    mkdirSync(path.dirname(path.join(directory, key)), { recursive: true });
    if (answer.kind === 'found') writeFileSync(path.join(directory, key), answer.bytes);
  }
  trust = trustIn(signers, receipts[0] ?? null);
});

const teamAt = (ledger: FileStore): Promise<InspectorTeam | null> =>
  InspectorTeam.start({ ledger, attachments: null, trust, days: 0, kinds: [] }, KeptCheck.of(ledger, 0));

const WAYS: readonly (readonly [string, Worth])[] = [
  ['by a team', { team: 0, boundedMemory: Infinity }],
  ['by a team, in a thread of bounded memory', { team: 0, boundedMemory: 0 }],
];

describe.each(WAYS)('verifying a folder on several cores, %s', (_, worth) => {
  it('gives the very same answer as on one, whole and damaged', async () => {
    const store = await FileStore.open(directory);
    const whole = await verifyInParallel(store, { trust, receipts }, worth);
    expect(whole).toMatchObject({ outcome: 'allow', findings: [], streams: [{ verified: RECORDS, pointers: POINTERS }] });
    expect(whole).toEqual(await verifyLedger(store, { trust, receipts }));

    const records = readdirSync(path.join(directory, 'v1/records/42')).map((name) => path.join(directory, 'v1/records/42', name));
    const [first = '', second = '', third = ''] = records;
    const pointers = path.join(directory, 'v1/by/42', 'c'.repeat(40));
    const fourth = path.join(pointers, readdirSync(pointers).sort().at(-1) ?? '');
    const files = [first, second, third, fourth];
    const kept = files.map((file) => readFileSync(file));
    writeFileSync(fourth, '{}');
    writeFileSync(first, kept[1] ?? '');
    writeFileSync(second, '{}');
    unlinkSync(third);
    const damaged = await verifyInParallel(store, { trust, receipts }, worth);
    expect(damaged.findings.map((one) => one.code).sort()).toEqual([
      'pointer/altered',
      'record/altered',
      'record/altered',
      'record/missing',
    ]);
    expect(damaged).toEqual(await verifyLedger(store, { trust, receipts }));
    expect((await verifyInParallel(store, {}, worth)).trust).toEqual({ kind: 'none' });
    files.forEach((file, index) => writeFileSync(file, kept[index] ?? ''));
  });

  it('follows the seals of the folder as one thread does, and what came since one', async () => {
    const store = await FileStore.open(directory);
    const logKey = testLogKey();
    const { checkpoint } = await seal(store, logKey);
    const trusted = { ...trust, origin: ORIGIN, log_keys: [logKey.verifierKey] };
    const sealed = await verifyInParallel(store, { trust: trusted }, worth);
    expect(sealed).toMatchObject({ outcome: 'allow', findings: [], seal: { n: 1, records: RECORDS } });
    expect(sealed).toEqual(await verifyLedger(store, { trust: trusted }));
    await seal(store, logKey, SEAL_TIME + 3_600_000);
    const since = await openBaseline(store, Buffer.from(checkpoint.note), [logKey.key]);
    const later = await verifyInParallel(store, { trust: trusted, since }, worth);
    expect(later).toMatchObject({ outcome: 'allow', since: 1, seal: { n: 2, records: RECORDS } });
    expect(later).toEqual(await verifyLedger(store, { trust: trusted, since }));
    rmSync(path.join(directory, 'v1/seals'), { recursive: true });
  });

  it('fails as a whole when a thread fails: what nobody looked at is never ok', async () => {
    const noFolder = await FileStore.open(path.join(directory, 'v1/elsewhere'));
    writeFileSync(noFolder.directory, 'a file by now');
    const inspector = await teamAt(noFolder);
    await expect(inspector?.inspect('slot', STREAM, [{ name: 1, version: null }])).rejects.toMatchObject({
      code: 'store/not-a-folder',
    });
    await inspector?.close();
    unlinkSync(noFolder.directory);
  });

  it('fails as a whole when its threads had ended before anybody asked, and does not wait for them', async () => {
    const store = await FileStore.open(directory);
    const team = await teamAt(store);
    if (team === null) throw new Error('no thread opens a folder');
    await team.close();
    await expect(team.inspect('slot', STREAM, [{ name: 1, version: null }])).rejects.toMatchObject({ code: 'ledger/inspector' });
    const reading = { kept: KeptCheck.of(store, 0), inspector: team };
    await expect(verifyLedger(store, { trust, reading })).rejects.toMatchObject({ code: 'ledger/inspector' });
  });
});
