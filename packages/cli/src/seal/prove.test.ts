import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { recordKey } from '@proofrail/core/ledger';
import type { ObjectKey } from '@proofrail/core/ports';
import { openLedger } from '@proofrail/machine';
import { fill, ledgerOn, STREAM, testSigner } from '../../../../test/ledger/small-ledger.ts';
import { seal, testLogKey } from '../../../../test/seal/sealed-ledger.ts';
import type { Session } from '../session.ts';
import { prove } from './prove.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-prove-'));
const session: Session = {
  clock: { now: () => 0 },
  logger: { info: () => undefined, warning: () => undefined, progress: () => undefined },
  env: {},
};
const asked = { ledger: `file:${folder}/ledger`, out: path.join(folder, 'proof'), roleAudience: 'proofrail:ledger' };
let record = '';
let key: ObjectKey;

beforeAll(async () => {
  const store = await openLedger(asked.ledger);
  const [receipt] = await fill(ledgerOn(store, testSigner()), 1);
  if (receipt === undefined) throw new Error('nothing was written');
  await seal(store, testLogKey());
  record = receipt.record;
  key = recordKey(STREAM, receipt.record_name);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('proves a record that somebody hands over as a file', async () => {
  expect((await prove(path.join(folder, 'ledger', key), asked, session)).json).toMatchObject({ record, slot: 1, position: 1 });
});

it('proves a record that a pull request put into its own stream as well, which sorts first', async () => {
  const store = await openLedger(asked.ledger);
  const answer = await store.read(key);
  if (answer.kind !== 'found') throw new Error(answer.kind);
  await store.create(key.replace(`/${STREAM}/`, `/${STREAM}-pr/`) as ObjectKey, answer.bytes);
  expect((await prove(record, asked, session)).json).toMatchObject({ record, slot: 1, position: 1 });
});
