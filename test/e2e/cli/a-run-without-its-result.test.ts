import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { evidenceLog, intentOf, originOfRun } from '@proofrail/core/gate';
import { parseStreamId } from '@proofrail/core/ledger';
import { openLedger } from '@proofrail/machine';
import { localSignerFromPem } from '@proofrail/signer-local';
import { HEAD } from '../material/change.ts';
import { Workspace } from '../material/workspace.ts';
import { proofrail } from './proofrail.ts';

const HOURS = 3_600_000;
const pem = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));

it('is named by proofrail verify, with its run, and ends in 0: it is a question to somebody, and no tampering', async () => {
  using workspace = new Workspace();
  const store = await openLedger(`file:${workspace.path('ledger')}`);
  const intent = async (run: string, at: number) => {
    const ledger = { store, signer: localSignerFromPem(pem, 'test'), clock: { now: () => at } };
    const evidence = evidenceLog(ledger, parseStreamId('700001'), (bytes) => Buffer.alloc(bytes, Number(run)));
    const started = { repository: { id: '700001' }, run: { id: run, attempt: 2 }, event: 'pull_request' };
    const origin = originOfRun(started, { name: 'test', version: '1.0.0' });
    await evidence.append(intentOf(started, { subject: { commit: HEAD }, origin, at }));
  };
  await intent('41', Date.now() - 2 * HOURS);
  await intent('42', Date.now());

  const { code, json } = await proofrail(['verify', '--ledger', 'file:./ledger', '--json'], { cwd: workspace.folder });
  expect([code, json()]).toMatchObject([
    0,
    { findings: [{ kind: 'unanswered', code: 'run/no-result', slot: 1, detail: expect.stringContaining('Run 41, attempt 2') }] },
  ]);
  const { out } = await proofrail(['verify', '--ledger', 'file:./ledger'], { cwd: workspace.folder });
  expect(out).toMatch(/unanswered +stream 700001, slot 1, position 1\s+Run 41/);
});
