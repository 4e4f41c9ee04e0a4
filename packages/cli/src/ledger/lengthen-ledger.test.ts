import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@proofrail/core/ledger';
import { openLedger } from '@proofrail/machine';
import { startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { ledgerOn, record, STREAM, testSigner, tickingClock } from '../../../../test/ledger/small-ledger.ts';
import type { Session } from '../session.ts';
import { PLAIN } from '../terminal/style.ts';
import type { VerifyOptions } from '../verify/declare-verify.ts';
import { verificationAnswer } from '../verify/verify.ts';
import { verifyHere } from '../verify/verify-here.ts';
import { examineLedger } from './examine-ledger.ts';
import { lengthenLedger } from './lengthen-ledger.ts';

const ACCOUNT = '123456789012';
const config = mkdtempSync(path.join(tmpdir(), 'proofrail-kinds-'));
const environment = { ...process.env };
let server: FakeS3;

beforeAll(async () => {
  cpSync('examples/payments/.proofrail', config, { recursive: true });
  const file = path.join(config, 'controls.yaml');
  const kinds = '{retention_years: 7, kinds: {sbom: 10, deployment: 9}}';
  writeFileSync(file, readFileSync(file, 'utf8').replace('{retention_years: 7}', kinds));
  server = await startFakeS3({ account: ACCOUNT });
  process.env['AWS_ACCESS_KEY_ID'] = server.credentials.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = server.credentials.secretAccessKey;
});
afterAll(async () => {
  process.env = environment;
  rmSync(config, { recursive: true });
  await server.close();
});

const said: string[] = [];
const session: Session = {
  clock: { now: () => server.state.now },
  logger: { info: () => undefined, warning: () => undefined, progress: (text) => void said.push(text) },
  env: {},
};
const options = (ledger: string) => ({
  ledger,
  config,
  ...(ledger.startsWith('s3:') ? { s3Endpoint: server.url, s3PathStyle: true } : {}),
});
/** In this thread, for another has the system's clock. */
const verify = async (asked: VerifyOptions) => verificationAnswer(await verifyHere(asked, session));

/** A ledger of an SBOM, a deployment and a scan. */
async function threeRecords(bucket: string): Promise<string> {
  const ledger = `s3://${bucket}?region=us-east-1&owner=${ACCOUNT}`;
  server.state.createBucket(bucket, { defaultRetention: { mode: 'COMPLIANCE', period: { unit: 'Days', length: 2555 } } });
  const store = await openLedger(ledger, options(ledger));
  const signer = testSigner();
  const clock = tickingClock();
  for (const kind of ['sbom', 'deployment', 'scan.result'])
    await append(ledgerOn(store, signer, clock), STREAM, await record(kind, signer, `https://proofrail.dev/evidence/${kind}/v1`));
  return ledger;
}

describe('proofrail ledger lengthen', () => {
  it('says what it would do, and does nothing for want of --yes; then does it, once', async () => {
    const asked = options(await threeRecords('evidence'));
    const looked = await lengthenLedger(asked, session);
    expect(looked).toMatchObject({ outcome: 'invalid', json: { lengthened: false, trust: 'none', locked_days: 2555 } });
    const kinds = [
      { kind: 'deployment', years: 9, days: 3285, records: 1, objects: 2, short: 2, until: expect.stringMatching(/Z$/) },
      { kind: 'sbom', years: 10, days: 3650, records: 1, objects: 2, short: 2, until: expect.stringMatching(/Z$/) },
    ];
    expect(looked.json['kinds']).toEqual(kinds);
    expect(looked.text({ style: PLAIN })).toMatch(
      /2 locks to be lengthened, at most until .*\n\n4 locks to be lengthened: .*--yes/,
    );
    expect(await lengthenLedger({ ...asked, yes: true }, session)).toMatchObject({ outcome: 'allow', json: { kinds } });
    const again = await lengthenLedger({ ...asked, yes: true }, session);
    expect([again.outcome, again.text({ style: PLAIN })]).toEqual(['allow', expect.stringMatching(/every lock lasts/)]);
    expect(said).toContain('3 records read');
  });

  it('is an error on a ledger without locks, by a registry that keeps no kind longer, and for a stream that is not there', async () => {
    const there = await threeRecords('more');
    for (const [given, code] of [
      [{ ...options('file:./ledger') }, 'ledger/no-locks'],
      [{ ...options(there), config: 'examples/payments/.proofrail' }, 'ledger/no-kinds'],
      [{ ...options(there), stream: '99' }, 'ledger/no-stream'],
    ] as const)
      await expect(lengthenLedger(given, session)).rejects.toMatchObject({ code, outcome: 'invalid' });
  });

  it('takes nothing for done where nothing lies', async () => {
    server.state.createBucket('empty', { defaultRetention: { mode: 'COMPLIANCE', period: { unit: 'Days', length: 30 } } });
    const { outcome } = await lengthenLedger({ ...options(`s3://empty?region=us-east-1&owner=${ACCOUNT}`), yes: true }, session);
    expect(outcome).toBe('invalid');
  });

  it('leaves alone what does not verify, says so, and lengthens the rest', async () => {
    const ledger = await threeRecords('tampered');
    const bucket = server.state.bucket('tampered');
    const [key = ''] = [...bucket.keys('v1/records/')];
    for (const { id } of bucket.versions(key)) bucket.drop(key, id);
    const looked = await lengthenLedger(options(ledger), session);
    expect(looked.text({ style: PLAIN })).toMatch(/was left as it is.*\n2 locks to be lengthened: .*--yes/);
    const { outcome, json } = await lengthenLedger({ ...options(ledger), yes: true }, session);
    expect([outcome, json['findings']]).toMatchObject(['tampered', [{ code: 'record/missing', key }]]);
    expect(json['kinds']).toMatchObject([{ records: 1, short: 2 }, { records: 0 }]);
  });
});

describe('a registry that keeps some kinds longer', () => {
  const kinds = [
    { kind: 'deployment', years: 9, days: 3285 },
    { kind: 'sbom', years: 10, days: 3650 },
  ];

  it('is what verify --config holds locks to, and what it says waits for the keeper', async () => {
    const ledger = await threeRecords('held');
    const before = await verify(options(ledger));
    expect([before.outcome, before.json['retention']]).toEqual(['allow', { by: 'registry', days: 2555, kinds, waiting: 2 }]);
    const text = before.text({ style: PLAIN });
    expect(text).toMatch(
      /2555 days are asked of each object \(the registry\); 3285 days of each deployment; 3650 days of each sbom/,
    );
    expect(text).toMatch(/2 records of these kinds wait to be lengthened/);
    await lengthenLedger({ ...options(ledger), yes: true }, session);
    expect((await verify(options(ledger))).json['retention']).toMatchObject({ waiting: 0 });
    expect((await verify({ ...options(ledger), config: 'examples/payments/.proofrail' })).json['retention']).toEqual({
      by: 'registry',
      days: 2555,
    });
  });

  it('makes ledger doctor say that a keeper is needed, and for how long each kind is asked', async () => {
    const ledger = await threeRecords('examined');
    const { json, text } = await examineLedger({ ...options(ledger), days: 2555 }, session);
    expect(json['keeper_asked']).toEqual(kinds);
    expect(text({ style: PLAIN })).toMatch(/A keeper is needed.*deployment \(3285 days\), sbom \(3650 days\)/);
    const without = await examineLedger({ ...options(ledger), config: 'examples/payments/.proofrail', days: 2555 }, session);
    expect([without.json['keeper_asked'], without.text({ style: PLAIN })]).toEqual([[], expect.not.stringMatching(/keeper/)]);
  });
});
