import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFakeS3, type FakeS3 } from '@proofrail/testkit';
import type { Session } from '../session.ts';
import { PLAIN } from '../terminal/style.ts';
import { examineLedger } from './examine-ledger.ts';
import { initLedger } from './init-ledger.ts';

const ACCOUNT = '123456789012';
/** The registry of the example, whose one control keeps its evidence for ten years here. */
const config = mkdtempSync(path.join(tmpdir(), 'proofrail-registry-'));
const environment = { ...process.env };
let server: FakeS3;

beforeAll(async () => {
  cpSync('examples/service/.proofrail', config, { recursive: true });
  const file = path.join(config, 'controls/iso27001.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('retention_years: 7', 'retention_years: 10'));
  server = await startFakeS3({ account: ACCOUNT });
  process.env['AWS_ACCESS_KEY_ID'] = server.credentials.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = server.credentials.secretAccessKey;
});
afterAll(async () => {
  process.env = environment;
  rmSync(config, { recursive: true });
  await server.close();
});

const session: Session = {
  clock: { now: () => 0 },
  logger: { info: () => undefined, warning: () => undefined, progress: () => undefined },
  env: {},
};
const options = (bucket: string, days: number) => ({
  ledger: `s3://${bucket}?region=us-east-1&owner=${ACCOUNT}`,
  days,
  s3Endpoint: server.url,
  s3PathStyle: true,
});

describe('proofrail ledger init --config', () => {
  it('makes no bucket that would forget before the registry lets it, not even after the default of seven years', async () => {
    const refused = initLedger({ ...options('forgetful', 2555), config, yes: true }, session);
    await expect(refused).rejects.toMatchObject({
      outcome: 'invalid',
      code: 'ledger/too-few-days',
      expected: 'at least 3650 days, for A.8.32 (10 years)',
      found: '2555',
    });
    expect(server.calls()).toEqual([]);
  });

  it('makes one that keeps for as long as the registry asks', async () => {
    const { json } = await initLedger({ ...options('evidence', 3650), config, yes: true }, session);
    expect([json['made'], server.state.bucket('evidence').objectLock?.rule?.period]).toEqual([
      true,
      { unit: 'Days', length: 3650 },
    ]);
  });
});

describe('proofrail ledger doctor --config', () => {
  const doctor = async (length: number, days: number, registry?: string) => {
    const bucket = `locks-for-${length}-${days}-${registry === undefined ? 'alone' : 'asked'}`;
    server.state.createBucket(bucket, { defaultRetention: { mode: 'COMPLIANCE', period: { unit: 'Days', length } } });
    const answer = await examineLedger(
      { ...options(bucket, days), ...(registry === undefined ? {} : { config: registry }) },
      session,
    );
    const promises = answer.json['promises'] as readonly { promise: string }[];
    return { answer, retention: promises.find(({ promise }) => promise === 'retention') };
  };

  it('says which control asks for more than the bucket gives, however few days were named', async () => {
    const { answer, retention } = await doctor(2555, 30, config);
    const found = '2555 days, and 3650 are asked for: by A.8.32 (10 years)';
    expect(retention).toMatchObject({ holds: false, found });
    expect([answer.outcome, answer.text({ style: PLAIN })]).toEqual(['deny', expect.stringContaining(found)]);
    expect(answer.json['retention_asked']).toEqual([{ control: 'A.8.32', years: 10, days: 3650 }]);
  });

  it('is content with a bucket that gives as much', async () => {
    expect((await doctor(3650, 30, config)).retention).toMatchObject({ holds: true });
  });

  it('blames no control for days that somebody named beyond the registry', async () => {
    expect((await doctor(3650, 4000, config)).retention).toMatchObject({
      holds: false,
      found: '3650 days, and 4000 are asked for',
    });
  });

  it('asks for the days that were named where nobody names a registry', async () => {
    const { answer, retention } = await doctor(30, 30);
    expect([answer.json['retention_asked'], retention]).toEqual([[], expect.objectContaining({ holds: true })]);
  });
});
