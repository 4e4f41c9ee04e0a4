import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { append, type SequencedReceipt } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { createLocalKey } from '@proofrail/signer-local';
import { FileStore } from '@proofrail/store-file';
import { ledgerOn, record, STREAM, trustIn } from '../ledger/small-ledger.ts';
import { inRequiredRun } from '../required-run.ts';
import { bundledWriter } from './bundled-writer.ts';
import { Crowd } from './crowd.ts';
import { killAtRandom } from './kill-at-random.ts';

const WRITERS = inRequiredRun(32, 8);
const KILLS = inRequiredRun(200, 25);
const SEED = 20261121;

const scratch = mkdtempSync(path.join(tmpdir(), 'proofrail-kill-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Digests of the records that lie there and that no receipt names. */
function unacknowledged(directory: string, receipts: readonly SequencedReceipt[]): string[] {
  const heard = new Set<string>(receipts.map(({ record }) => record));
  const stored = readdirSync(path.join(directory, 'v1/records', STREAM)).map(digestOfKey);
  return stored.filter((record) => !heard.has(record));
}

const digestOfKey = (key: string): string => `sha256:${key.slice(-64)}`;

describe(`${WRITERS} processes that append to one stream while they are killed`, () => {
  it(`keep every acknowledged record, write none twice, and leave a ledger that verifies (${KILLS} kills, seed ${SEED})`, async () => {
    const directory = path.join(scratch, 'ledger');
    const keyFile = path.join(scratch, 'key.pem');
    const signer = createLocalKey(keyFile);
    const program = await bundledWriter('writer.ts', scratch);

    const crowd = new Crowd([program, directory, keyFile]);
    await killAtRandom(crowd, { writers: WRITERS, kills: KILLS, seed: SEED, pause: 30 });

    const store = await FileStore.open(directory);
    const trust = trustIn([{ ...signer, pem: signer.publicPem }], null);
    const left = await verifyLedger(store, { trust, receipts: crowd.acknowledged });
    expect(crowd.complaints).toEqual([]);
    expect(left.findings.filter((one) => one.kind !== 'pending')).toEqual([]);
    expect(left).toMatchObject({ outcome: 'allow', receipts: crowd.acknowledged.length });

    const last = await append(ledgerOn(store, signer, { now: () => Date.now() }), STREAM, await record('after all', signer));
    const answer = await verifyLedger(store, { trust, receipts: [...crowd.acknowledged, last] });
    const [stream] = answer.streams;
    const unheard = unacknowledged(directory, [...crowd.acknowledged, last]);
    const pending = new Set(answer.findings.map(({ key }) => digestOfKey(key)));
    const adopted = new Set<string>(stream?.adopted.records.map(({ record }) => record));
    const ended = (where: ReadonlySet<string>): number => unheard.filter((record) => where.has(record)).length;
    const byTheirOwn = unheard.filter((record) => !pending.has(record) && !adopted.has(record)).length;
    console.log(
      `${stream?.verified} records in ${stream?.slots} slots, ${stream?.adopted.count} of them adopted; ${crowd.acknowledged.length} acknowledged; ` +
        `of ${unheard.length} others ${ended(adopted)} adopted, ${ended(pending)} pending, ${byTheirOwn} put in order by their own writer before it died; ` +
        `${left.streams[0]?.pending} pending when all were dead; ${readdirSync(path.join(directory, '.tmp')).length} temporary files left`,
    );
    // Which of those that nobody was told of are pending or were adopted, verify says; the rest died between their own slot and its answer.
    expect(stream?.adopted.records).toHaveLength(stream?.adopted.count ?? -1);
    expect(ended(adopted)).toBeGreaterThan(0);
    expect(ended(adopted) + ended(pending) + byTheirOwn).toBe(unheard.length);
    expect(stream?.verified).toBe(crowd.acknowledged.length + 1 + ended(adopted) + byTheirOwn);
    expect(unheard.length).toBeLessThanOrEqual(KILLS + WRITERS); // each had one record under way when it was killed
    // Who was killed long before the end may lie below the floor by now: stored, named here, and adopted by the next seal.
    expect(answer.outcome).toBe('allow');
    expect(answer.findings.filter((one) => one.kind !== 'pending')).toEqual([]);
  }, 180_000);
});
