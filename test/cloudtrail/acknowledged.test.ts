import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { formatTrustFile, slotKey } from '@proofrail/core/ledger';
import { openLedger } from '@proofrail/machine';
import { createLocalKey } from '@proofrail/signer-local';
import { FakeTrail } from '@proofrail/testkit';
import { proofrail } from '../e2e/cli/proofrail.ts';
import { fill, ledgerOn, STREAM, testSigner, tickingClock, trustIn } from '../ledger/small-ledger.ts';
import { copyTrail } from './copy-trail.ts';
import { ACCOUNT, HOUR, LEDGER, REGION, TRAIL_BUCKET } from './watched-ledger.ts';

// On dist/: what docs/cloudtrail.md tells people to do about a change that was approved.

interface Checked {
  readonly outcome: string;
  readonly findings: readonly { readonly code: string; readonly digest: string; readonly acknowledged: object | null }[];
}

const PREFIX = 'evidence/';
let folder: string;
let trail: FakeTrail;

/** A day ago, so that the record of today lies behind everything that the trail covers. */
const start = (): number => Math.floor(Date.now() / HOUR) * HOUR - 24 * HOUR;
const run = (...argv: string[]) => proofrail([...argv, '--json'], { cwd: folder });
const places = (): string[] => [
  ...['--trail', 'trail', '--trail-bucket', TRAIL_BUCKET, '--account', ACCOUNT, '--public-keys', 'keys.json'],
  ...['--ledger-bucket', `s3://${LEDGER}/evidence?region=${REGION}`, '--ledger', 'file:ledger', '--trust', 'trust.json'],
  ...['--until', new Date(trail.now).toISOString()],
];
const check = async (...more: string[]): Promise<Checked & { code: number | null }> => {
  const { code, json } = await run('cloudtrail', 'verify', ...places(), ...more);
  return { code, ...json<Checked>() };
};
const acknowledge = async (finding: string, ...more: string[]) => {
  const words = ['--reason', 'Pull request 12 of the infrastructure', '--acknowledged-by', '583231', '--approved-by', '9919'];
  const { code, json } = await run('acknowledge', ...places(), '--finding', finding, ...words, '--key', 'officer.key', ...more);
  return { code, said: json<Record<string, unknown> & { error?: { code: string } }>() };
};
const changePolicy = (): void => {
  trail.call({ name: 'PutBucketPolicy', management: true, request: { bucketName: LEDGER } });
  trail.endHour();
  trail.endHour();
  copyTrail(trail, path.join(folder, 'trail'));
};

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'proofrail-acknowledged-'));
  const signer = testSigner();
  const officer = createLocalKey(path.join(folder, 'officer.key'));
  const store = await openLedger(`file:${folder}/ledger`);
  trail = new FakeTrail({ bucket: TRAIL_BUCKET, account: ACCOUNT, region: REGION, start: start() });
  const receipts = await fill(ledgerOn(store, signer, tickingClock(start() + 60_000)), 2);
  for await (const { key } of store.listVersions('v1/'))
    trail.call({ name: 'PutObject', request: { bucketName: LEDGER, key: PREFIX + key } });
  const trusted = { ...officer, pem: officer.publicPem };
  writeFileSync(`${folder}/trust.json`, formatTrustFile(trustIn([signer, trusted], receipts[0] ?? null, [trusted])));
  writeFileSync(`${folder}/keys.json`, trail.publicKeys());
  changePolicy();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a change that was approved, which AWS saw and no record explains', () => {
  it('is acknowledged once, stays in every list, and lets nothing pass that comes after it', async () => {
    const found = await check('--accept-acknowledged');
    expect([found.code, found.findings]).toMatchObject([4, [{ code: 'cloudtrail/bucket-changed', acknowledged: null }]]);
    const digest = found.findings[0]?.digest ?? '';

    expect(await acknowledge(digest)).toMatchObject({ code: 2, said: { recorded: null, finding: { digest } } });
    expect(await acknowledge(digest, '--yes')).toMatchObject({
      code: 0,
      said: { counts: true, stream: STREAM, verify: { strict: 'tampered', accepting: 'allow' } },
    });
    const listed = [{ digest, acknowledged: { reason: 'Pull request 12 of the infrastructure' } }];
    expect(await check()).toMatchObject({ code: 4, findings: listed });
    expect(await check('--accept-acknowledged')).toMatchObject({ code: 0, findings: listed });
    expect((await acknowledge(digest, '--yes')).said.error?.code).toBe('acknowledge/already');

    changePolicy();
    const later = await check('--accept-acknowledged');
    expect([later.code, later.findings.map(({ acknowledged }) => acknowledged !== null)]).toEqual([4, [true, false]]);
  });

  it('stands unexplained in a ledger that does not verify, and none is asked to take an acknowledgement in', async () => {
    const digest = (await check()).findings[0]?.digest ?? '';
    await acknowledge(digest, '--yes');
    writeFileSync(path.join(folder, 'ledger', slotKey(STREAM, 9)), 'garbage');
    const { code, findings } = await check('--accept-acknowledged');
    expect([code, findings.map((one) => [one.code, one.acknowledged])]).toEqual([
      4,
      [
        ['cloudtrail/ledger-unverified', null],
        ['cloudtrail/bucket-changed', null],
      ],
    ]);
    expect(await acknowledge(digest, '--yes')).toMatchObject({ code: 4, said: { error: { code: 'acknowledge/ledger' } } });
  });

  it('is looked for only where everything is named that a trail takes', async () => {
    const digest = (await check()).findings[0]?.digest ?? '';
    const codes = async (...more: string[]) =>
      (
        await run('acknowledge', '--ledger', 'file:ledger', '--trust', 'trust.json', '--finding', digest, ...WORDS, ...more)
      ).json<{ error: { code: string } }>().error.code;
    expect(await codes()).toBe('acknowledge/no-finding'); // the ledger itself has none
    expect(await codes('--trail', 'trail')).toBe('cli/missing-mandatory-option-value');
    expect(await codes('--account', ACCOUNT)).toBe('cli/missing-mandatory-option-value');
    expect(await codes('--trail', 'trail', '--days', '30')).toBe('cli/conflicting-option');
  });
});

const WORDS = ['--reason', 'planned', '--acknowledged-by', '583231', '--approved-by', '9919', '--key', 'officer.key'];
