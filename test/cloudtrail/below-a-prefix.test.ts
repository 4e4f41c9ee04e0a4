import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { openLedger } from '@proofrail/machine';
import { FakeTrail } from '@proofrail/testkit';
import { proofrail } from '../e2e/cli/proofrail.ts';
import { fill, ledgerOn, testSigner, tickingClock } from '../ledger/small-ledger.ts';
import { copyTrail } from './copy-trail.ts';
import { ACCOUNT, HOUR, LEDGER, REGION, START, TRAIL_BUCKET } from './watched-ledger.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-trail-prefix-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('verifies the copy of a trail that writes below a prefix, where that is said, and finds nothing of it elsewhere', async () => {
  const store = await openLedger(`file:${folder}/ledger`);
  const trail = new FakeTrail({ bucket: TRAIL_BUCKET, prefix: 'logs/', account: ACCOUNT, region: REGION, start: START });
  await fill(ledgerOn(store, testSigner(), tickingClock(START + 60_000)), 2);
  for await (const { key } of store.listVersions('v1/')) trail.call({ name: 'PutObject', request: { bucketName: LEDGER, key } });
  for (let hour = 0; hour < 3; hour++) trail.endHour();
  copyTrail(trail, `${folder}/trail`);
  writeFileSync(`${folder}/keys.json`, trail.publicKeys());
  const words = [
    ...['--trail', 'trail', '--trail-bucket', TRAIL_BUCKET, '--account', ACCOUNT, '--public-keys', 'keys.json'],
    ...['--ledger', 'file:./ledger', '--ledger-bucket', `s3://${LEDGER}?region=${REGION}`],
    ...['--until', new Date(START + 3 * HOUR).toISOString(), '--json'],
  ];
  const verify = (...more: string[]) => proofrail(['cloudtrail', 'verify', ...words, ...more], { cwd: folder });
  for (const prefix of ['logs', 'logs/']) {
    const { code, json } = await verify('--trail-prefix', prefix);
    expect([code, json()]).toMatchObject([0, { outcome: 'allow', digests: 3, matched: 4, findings: [] }]);
  }
  expect((await verify()).code).not.toBe(0);
});
