import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { TrustFile } from '@proofrail/core/ledger';
import { gate, laidOut } from './laid-out.ts';
import { proofrail } from './proofrail.ts';

const LEDGER = ['--ledger', 'file:./ledger'];
const LOG = ['--log-key', 'log.key', '--origin', 'example.org/evidence'];

// docs/sealing.md, "Where a planted object stops it".
it('a planted plan stops the sealer for good: what was sealed stands once it is acknowledged, and the next ledger is sealed', async () => {
  using workspace = laidOut();
  const run = (...argv: string[]) => proofrail(argv, { cwd: workspace.folder });
  await run(...gate('file:./ledger'));
  await run('keys', 'new', '--out', 'log.key', '--trust', 'log.trust.json');
  const { log_key: key } = (await run('seal', ...LEDGER, ...LOG, '--json')).json<{ log_key: string }>();
  const trust = JSON.parse(readFileSync(workspace.path('ledger.trust.json'), 'utf8')) as TrustFile;
  const own = { origin: 'example.org/evidence', log_keys: [key], acknowledge: trust.record_keys.map((one) => one.key_id) };
  workspace.write('trust.json', JSON.stringify({ ...trust, ...own }));
  workspace.write('ledger/v1/seals/plan/0000000000000002', 'planted');
  for (let once = 0; once < 2; once++) {
    const refused = await run('seal', ...LEDGER, ...LOG, '--json');
    expect([refused.code, refused.json()]).toMatchObject([4, { error: { code: 'seal/plan' } }]);
  }
  expect((await run(...gate('file:./ledger'))).code).toBe(0); // writers go on

  const verify = ['verify', ...LEDGER, '--trust', 'trust.json', '--json'];
  const found = await run(...verify);
  expect([found.code, found.json()]).toMatchObject([4, { seal: { n: 1 }, findings: [{ code: 'seal/plan' }] }]);
  const { findings } = found.json<{ findings: { digest: string }[] }>();
  const about = ['--finding', findings[0]?.digest ?? '', '--reason', 'Planted', '--acknowledged-by', '1', '--approved-by', '2'];
  const accepted = await run('acknowledge', ...LEDGER, '--trust', 'trust.json', '--key', 'ledger.key', ...about, '--yes');
  expect(accepted.code).toBe(0);
  const after = await run(...verify, '--accept-acknowledged');
  expect([after.code, after.json()]).toMatchObject([0, { seal: { state: 'followed', n: 1 } }]);

  expect((await run(...gate('file:./next'))).code).toBe(0);
  const next = ['--log-key', 'log.key', '--origin', 'example.org/evidence-2'];
  expect((await run('seal', '--ledger', 'file:./next', ...next)).code).toBe(0);
});
