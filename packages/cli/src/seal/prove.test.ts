import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { formatTrustFile, recordKey } from '@proofrail/core/ledger';
import type { ObjectKey } from '@proofrail/core/ports';
import { openLedger } from '@proofrail/machine';
import { fill, ledgerOn, STREAM, testSigner, trustIn } from '../../../../test/ledger/small-ledger.ts';
import { ORIGIN, seal, testLogKey } from '../../../../test/seal/sealed-ledger.ts';
import { bodyKey, checkProof } from '@proofrail/core/seal';
import type { Session } from '../session.ts';
import { styleFor } from '../terminal/style.ts';
import { exportLedger } from './export.ts';
import { prove } from './prove.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-prove-'));
const session: Session = {
  clock: { now: () => 0 },
  logger: { info: () => undefined, warning: () => undefined, progress: () => undefined },
  env: {},
};
const asked = { ledger: `file:${folder}/ledger`, out: path.join(folder, 'proof') };
let record = '';
let key: ObjectKey;
const log = testLogKey();
const trust = path.join(folder, 'trust.json');

beforeAll(async () => {
  const store = await openLedger(asked.ledger);
  const [receipt] = await fill(ledgerOn(store, testSigner()), 1);
  if (receipt === undefined) throw new Error('nothing was written');
  await seal(store, log);
  writeFileSync(trust, formatTrustFile({ ...trustIn([testSigner()], null), origin: ORIGIN, log_keys: [log.verifierKey] }));
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

it('needs a key of the log to hold its own against a line that somebody planted under that name', async () => {
  const store = await openLedger(asked.ledger);
  const claim = Buffer.concat([Buffer.from(log.key.keyHash, 'hex'), Buffer.from('signature')]).toString('base64');
  const planted = Buffer.from(`\u2014 ${ORIGIN} ${claim}\n`);
  await store.create(`${bodyKey(1)}.sig/${'0'.repeat(64)}` as ObjectKey, planted);
  for (const named of [{ trust }, { logKey: [log.verifierKey] }]) {
    await prove(record, { ...asked, ...named }, session);
    expect(checkProof(readFileSync(asked.out), [log.key])).toMatchObject({ kind: 'proven' });
    const out = path.join(folder, `log-${Object.keys(named)[0] ?? ''}`);
    const { json, text } = await exportLedger({ ...asked, out, ...named }, session);
    expect(json).toMatchObject({
      checkpoint: { origin: ORIGIN, size: expect.any(Number), root: expect.stringMatching(/^sha256:/) },
    });
    expect(text({ style: styleFor({ isTTY: false, env: {} }) })).toMatch(new RegExp(`^\\d+ entries of ${ORIGIN}, as `));
    expect(readFileSync(path.join(out, 'checkpoint'), 'utf8')).not.toContain(claim);
  }
});

it('proves and exports nothing where no seal is signed by the key that was named', async () => {
  const stranger = { logKey: [testLogKey().verifierKey] };
  const found = expect.objectContaining({ found: expect.stringContaining('by a key that was named') as unknown });
  await expect(prove(record, { ...asked, ...stranger }, session)).rejects.toMatchObject({ code: 'seal/not-sealed' });
  await expect(exportLedger({ ...asked, out: path.join(folder, 'none'), ...stranger }, session)).rejects.toEqual(found);
});
