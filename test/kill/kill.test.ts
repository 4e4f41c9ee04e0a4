import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { append } from '@proofrail/core/ledger';
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
    const adopted = (stream?.verified ?? 0) - crowd.acknowledged.length - 1;
    console.log(
      `${stream?.verified} records in ${stream?.slots} slots; ${crowd.acknowledged.length} acknowledged, ${adopted} adopted or unheard, ` +
        `${left.streams[0]?.pending} pending when all were dead, ${stream?.pending} after one more append; ` +
        `${readdirSync(path.join(directory, '.tmp')).length} temporary files left`,
    );
    // Who was killed long before the end may lie below the floor by now: stored, named here, and adopted by the next seal.
    expect(answer.outcome).toBe('allow');
    expect(answer.findings.filter((one) => one.kind !== 'pending')).toEqual([]);
  }, 180_000);
});
