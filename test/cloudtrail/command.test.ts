import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sha256, type JsonObject } from '@proofrail/core/canonical';
import { append, FINDING_ACKNOWLEDGED, formatTrustFile, parseStreamId, type SequencedReceipt } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { openLedger } from '@proofrail/machine';
import { createLocalKey } from '@proofrail/signer-local';
import { FakeTrail } from '@proofrail/testkit';
import { instead } from '../e2e/cli/tries/try.ts';
import { runProgram } from '../../packages/cli/src/program.ts';
import { PLAIN } from '../../packages/cli/src/terminal/style.ts';
import { fill, ledgerOn, record, STREAM, testSigner, tickingClock, trustIn } from '../ledger/small-ledger.ts';
import { copyTrail } from './copy-trail.ts';
import { ACCOUNT, HOUR, KEY_ARN, LEDGER, REGION, START, TRAIL_BUCKET } from './watched-ledger.ts';

const PREFIX = 'evidence/';
const BUCKET = `s3://${LEDGER}/evidence?region=${REGION}`;
const signer = testSigner();
const officer = testSigner();

let folder: string;
let keyFile: string;
let store: ObjectStore;
let trail: FakeTrail;
let receipts: SequencedReceipt[];
let seen: Set<string>;

/** Everything that is new in the ledger was written while AWS looked. */
async function seeWrites(): Promise<void> {
  for await (const { key } of store.listVersions('v1/')) {
    if (!seen.has(key)) trail.call({ name: 'PutObject', request: { bucketName: LEDGER, key: PREFIX + key } });
    seen.add(key);
  }
}

const places = (): string[] => [
  ...['--trail', `${folder}/trail`, '--trail-bucket', TRAIL_BUCKET, '--account', ACCOUNT, '--public-keys', `${folder}/keys.json`],
  ...['--ledger', `file:${folder}/ledger`, '--ledger-bucket', BUCKET, '--kms-key', KEY_ARN, '--trust', `${folder}/trust.json`],
];
const run = (...more: string[]) => runArgv('cloudtrail', 'verify', ...instead(places(), ...more));

async function runArgv(...argv: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const sheet = (into: string[]) => ({ style: PLAIN, write: (text: string) => void into.push(text) });
  const logger = { info: () => undefined, warning: () => undefined, progress: () => undefined };
  const session = { clock: { now: () => trail.now }, logger, env: {} };
  const code = await runProgram(argv, session, sheet(out), sheet(err));
  return { code, out: out.join(''), err: err.join('') };
}

const json = async (...more: string[]) => JSON.parse((await run(...more, '--json')).out) as Record<string, unknown>;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'proofrail-trail-'));
  store = await openLedger(`file:${folder}/ledger`);
  trail = new FakeTrail({ bucket: TRAIL_BUCKET, account: ACCOUNT, region: REGION, start: START });
  keyFile = `${folder}/writer.key`;
  const writer = createLocalKey(keyFile);
  receipts = await fill(ledgerOn(store, signer, tickingClock(START + 60_000)), 2);
  const keys = [signer, officer, { ...writer, pem: writer.publicPem }];
  seen = new Set();
  await seeWrites();
  trail.endHour();
  writeFileSync(`${folder}/keys.json`, trail.publicKeys());
  writeFileSync(`${folder}/trust.json`, formatTrustFile(trustIn(keys, receipts[0] ?? null, [officer])));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settle = (): void => {
  trail.endHour();
  trail.endHour();
  copyTrail(trail, path.join(folder, 'trail'));
};

describe('proofrail cloudtrail verify', () => {
  it('ends in 0 for a trail that is whole and a ledger that it saw, in words and in JSON', async () => {
    settle();
    const { code, out } = await run();
    expect(out).toMatch(/4 of 4 objects were seen to be written[^]*verified: the trail is whole/);
    expect([code, await json()]).toMatchObject([
      0,
      {
        outcome: 'allow',
        trust: 'test',
        ledger_bucket: LEDGER,
        ledger_prefix: PREFIX,
        digests: 3,
        logs: 1,
        matched: 4,
        findings: [],
      },
    ]);
  });

  it('ends in 4 for a marker that nobody sees in the bucket any more, and names who did it, harmlessly', async () => {
    const key = `${PREFIX}v1/segments/${STREAM}/0000000000000001`;
    const by = 'arn:aws:sts::123456789012:assumed-role/x/::error:: ::error::\u001b[31m##[error]';
    trail.call({
      name: 'DeleteObject',
      by,
      request: { bucketName: LEDGER, key, versionId: 'm' },
      response: { 'x-amz-delete-marker': 'true' },
    });
    settle();
    const { code, out } = await run();
    expect(code).toBe(4);
    expect(out).toMatch(/unrecorded {2}cloudtrail\/marker-removed\n +A delete marker was removed again/);
    expect(out).not.toMatch(/\u001b|##\[|(^|\s)::/m); // a runner reads `::` at the start of a line, which a table may put behind any space
  });

  it('ends in 2 for a folder without a digest, 2 for a link in it, 2 for keys that are none', async () => {
    mkdirSync(`${folder}/trail`);
    expect(await json()).toMatchObject({ outcome: 'invalid', exit_code: 2, digests: 0 });
    symlinkSync('/etc/hosts', `${folder}/trail/link`);
    expect(await json()).toMatchObject({ exit_code: 2, error: { code: 'file/symbolic-link' } });
    writeFileSync(`${folder}/keys.json`, '{}');
    expect(await json()).toMatchObject({ exit_code: 2, error: { code: 'cloudtrail/public-keys' } });
  });

  it.each([
    ['an alias', 'alias/ledger'],
    ['the ARN of an alias', KEY_ARN.replace(/key\/.*/, 'alias/ledger')],
    ['a key of a URI', `awskms:///${KEY_ARN}`],
    ['an id that no key has', KEY_ARN.slice(0, -1)],
  ])('ends in 2 for %s in place of a key: no event would be about it, and each change of the key would pass', async (_, name) => {
    trail.call({ source: 'kms.amazonaws.com', name: 'ScheduleKeyDeletion', management: true, request: { keyId: KEY_ARN } });
    settle();
    expect(await json()).toMatchObject({ exit_code: 4, findings: [{ code: 'cloudtrail/key-changed' }] });
    expect(await json('--kms-key', name)).toMatchObject({ exit_code: 2, error: { code: 'cloudtrail/kms-key' } });
  });

  it('ends in 2 for a key of another account, of which this trail says nothing, and in 4 for one of another region', async () => {
    settle();
    const of = (from: string, to: string) => json('--kms-key', KEY_ARN.replace(from, to));
    expect(await of(ACCOUNT, '210987654321')).toMatchObject({ exit_code: 2, error: { code: 'cloudtrail/kms-key' } });
    expect(await of(REGION, 'us-east-1')).toMatchObject({ exit_code: 4, findings: [{ code: 'cloudtrail/not-covered' }] });
  });

  it.each([
    ['where no ledger lies', () => ['--ledger', `file:${folder}/ledgr`], 'no object of a ledger lies there'],
    ['before anything is known', () => ['--since', new Date(trail.now - HOUR / 2).toISOString()], 'no time of the period'],
  ])('ends in 2 %s, and says so', async (_, asked, said) => {
    settle();
    const { code, out } = await run(...asked(), '--ledger-bucket', `s3://${LEDGER}/evidense?region=${REGION}`);
    expect([code, out]).toEqual([2, expect.stringContaining(`nothing to verify: ${said}`)]);
  });

  it('ends in 2 where it cannot know which bucket, which region or which time is meant', async () => {
    settle();
    expect(await json('--ledger-bucket', `s3://${LEDGER}`)).toMatchObject({ error: { code: 'ledger/region' } });
    expect(await json('--ledger-bucket', 'file:./ledger')).toMatchObject({ error: { code: 'ledger/not-a-bucket' } });
    expect(await json('--ledger', BUCKET)).toMatchObject({ error: { code: 'cloudtrail/two-buckets' } });
    expect(await json('--trail', BUCKET)).toMatchObject({ error: { code: 'cloudtrail/which-bucket' } });
    expect(await json('--since', '2026-11-22', '--until', '2026-11-20')).toMatchObject({ error: { code: 'cloudtrail/period' } });
  });
});

describe('a reason in the ledger', () => {
  const touchKey = (name: string) =>
    trail.call({ source: 'kms.amazonaws.com', name, management: true, request: { keyId: KEY_ARN } });
  const keep = async (
    predicateType: string,
    predicate: JsonObject,
    by = signer,
    at = trail.now,
    stream = STREAM,
  ): Promise<void> => {
    const bytes = await record(predicateType.length, by, predicateType, predicate);
    await append(ledgerOn(store, by, tickingClock(at)), stream, bytes);
    await seeWrites();
  };
  const KEY_EVENT = 'https://proofrail.dev/evidence/key.event/v1';
  const OF_THE_KEY = { kms_key: sha256(KEY_ARN), event: 'retired' };

  it.each([
    ['DisableKey', 'retired'],
    ['ScheduleKeyDeletion', 'retired'],
    ['RotateKeyOnDemand', 'rotated'],
  ])(
    'makes %s of a KMS key no finding, and is what "record key-event" writes: without it the check ends in 4',
    async (call, event) => {
      touchKey(call);
      settle();
      expect(await json()).toMatchObject({ outcome: 'tampered', explained: 0, findings: [{ code: 'cloudtrail/key-changed' }] });
      const about = ['--kms-key', KEY_ARN, '--event', event, '--ledger', `file:${folder}/ledger`, '--stream', STREAM];
      expect((await runArgv('record', 'key-event', ...about, '--key', keyFile)).code).toBe(0);
      await seeWrites();
      settle();
      expect(await json()).toMatchObject({ outcome: 'allow', explained: 1, findings: [] });
    },
  );

  it.each([
    ['names another key', { ...OF_THE_KEY, kms_key: sha256(KEY_ARN.replace('1234', '9999')) }, () => signer, 0],
    ['says that it was rotated', { ...OF_THE_KEY, event: 'rotated' }, () => signer, 0],
    ['names the key in another member', { ...OF_THE_KEY, key: sha256(KEY_ARN), kms_key: null }, () => signer, 0],
    ['is older than a day', OF_THE_KEY, () => signer, -25 * HOUR],
  ])('is none when the record %s', async (_, predicate, by, earlier) => {
    touchKey('DisableKey');
    await keep(KEY_EVENT, predicate, by(), trail.now + earlier);
    settle();
    expect(await json()).toMatchObject({ outcome: 'tampered', explained: 0, findings: [{ code: 'cloudtrail/key-changed' }] });
  });

  it('is none in a ledger that does not verify, such as one with a record by nobody whom the trust file knows', async () => {
    touchKey('DisableKey');
    await keep(KEY_EVENT, OF_THE_KEY);
    await keep(KEY_EVENT, OF_THE_KEY, testSigner());
    settle();
    const findings = [{ code: 'cloudtrail/ledger-unverified' }, { code: 'cloudtrail/key-changed' }];
    expect(await json('--accept-acknowledged')).toMatchObject({ outcome: 'tampered', explained: 0, findings });
  });

  it('is none when it lies in the stream of pull requests, whoever signed it', async () => {
    touchKey('DisableKey');
    await keep(KEY_EVENT, OF_THE_KEY, signer, trail.now, parseStreamId(`${STREAM}-pr`));
    settle();
    expect(await json()).toMatchObject({ explained: 0, findings: [{ code: 'cloudtrail/key-changed' }] });
  });

  it('acknowledges a finding: it stays listed, and lets the check pass only with --accept-acknowledged', async () => {
    trail.call({ name: 'PutBucketPolicy', management: true, request: { bucketName: LEDGER } });
    settle();
    const { findings } = (await json()) as { findings: { digest: string }[] };
    const accepted = { reason: 'planned', acknowledged_by: 'p:1', approved_by: 'p:2' };
    await keep(FINDING_ACKNOWLEDGED, { finding: findings[0]?.digest ?? '', ...accepted }, officer);
    const acknowledged = [{ code: 'cloudtrail/bucket-changed', acknowledged: { reason: 'planned' } }];
    expect(await json()).toMatchObject({ outcome: 'tampered', findings: acknowledged });
    expect(await json('--accept-acknowledged')).toMatchObject({ outcome: 'allow', findings: acknowledged });
  });
});

it('every member of the JSON document is explained in docs/cli-json.md', async () => {
  trail.call({ name: 'PutBucketPolicy', management: true, error: 'AccessDenied', request: { bucketName: LEDGER } });
  trail.call({ name: 'DeleteObjects', request: { bucketName: LEDGER } });
  settle();
  const document = readFileSync('docs/cli-json.md', 'utf8');
  const section = /## `cloudtrail-verify`([^]*?)\n## /.exec(document)?.[1] ?? '';
  const names = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([name, member]) => [...(Array.isArray(value) ? [] : [name]), ...names(member)]);
  const missing = names(await json()).filter(
    (name) => !['schema', 'outcome', 'exit_code'].includes(name) && !section.includes(name),
  );
  expect(missing).toEqual([]);
});
