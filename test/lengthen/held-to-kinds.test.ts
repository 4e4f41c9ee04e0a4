import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { append, putBlob } from '@proofrail/core/ledger';
import { lengthenLocks } from '@proofrail/core/lengthen';
import type { ObjectKey } from '@proofrail/core/ports';
import { bodyKey, edgeKey, formatPlan, planKey, sealLedger, type Plan } from '@proofrail/core/seal';
import { readPlan } from '../../packages/core/src/ledger/seals/read-plans.ts';
import { verifyLedger, type VerifyOptions } from '@proofrail/core/verification';
import { startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { verifyInParallel } from '../../packages/machine/src/verify/verify-in-parallel.ts';
import { S3LockKeeper, S3Store } from '../../packages/stores/s3/src/index.ts';
import { sealerOn, testLogKey } from '../seal/sealed-ledger.ts';
import { ledgerOn, record, STREAM, testSigner, trustIn } from '../ledger/small-ledger.ts';

jest.setTimeout(120_000); // threads that compile their sources first

const DAY = 86_400_000;
const PATIENCE = 31;
const DEFAULT_DAYS = 60;
const days = { sbom: 90 };
const signer = testSigner();
const trust = trustIn([signer], null);
let server: FakeS3;
let buckets = 0;

beforeAll(async () => {
  server = await startFakeS3();
});
afterAll(() => server.close());

const clock = { now: () => server.state.now };

/** A scan, and an SBOM that names its document. */
async function twoRecords() {
  const bucket = `kinds-${(buckets += 1)}`;
  const lock = { mode: 'COMPLIANCE', period: { unit: 'Days', length: DEFAULT_DAYS } } as const;
  server.state.createBucket(bucket, { defaultRetention: lock });
  const uri = `s3://${bucket}?region=us-east-1`;
  const options = { endpoint: { url: server.url, pathStyle: true }, credentials: server.credentials };
  const store = await S3Store.open(uri, options);
  const ledger = ledgerOn(store, signer, clock);
  await append(ledger, STREAM, await record('scan', signer, 'https://proofrail.dev/evidence/scan.result/v1'));
  const archive = async (name: string): Promise<void> => {
    const { key } = await putBlob(ledger, STREAM, new TextEncoder().encode('an SBOM'));
    await append(ledger, STREAM, await record(name, signer, 'https://proofrail.dev/evidence/sbom/v1', { raw_ref: key }));
  };
  await archive('first');
  const lockedUntil = (key: ObjectKey) => server.state.bucket(bucket).versions(key)[0]?.retention?.until;
  const keeper = await S3LockKeeper.open(uri, options);
  const lengthen = (key = '', whose = trust) =>
    lengthenLocks({
      store,
      trust: whose,
      days,
      stream: null,
      confirmed: true,
      onProgress: () => undefined,
      keeper: {
        lockOf: (one, version) => keeper.lockOf(one, version),
        lengthen: async (one, version, until) => (one.startsWith(key) ? keeper.lengthen(one, version, until) : undefined),
      },
    });
  return { store, archive, lengthen, lockedUntil };
}

const asked = (): VerifyOptions => ({ trust, longer: { days, now: server.state.now } });
const seen = async (store: S3Store, options = asked()) => {
  const { outcome, waiting, findings } = await verifyLedger(store, options);
  return { outcome, waiting, short: findings.map(({ code, key }) => `${code} ${key.split('/')[1] ?? ''}`).sort() };
};

describe('a record of a kind that is kept longer', () => {
  it('waits for the keeper while it is young, is a finding with its document after that, and nothing once it was lengthened', async () => {
    const { store, lengthen } = await twoRecords();
    expect(await seen(store)).toEqual({ outcome: 'allow', waiting: 1, short: [] });
    server.state.later((PATIENCE - 1) * DAY);
    expect(await seen(store)).toEqual({ outcome: 'allow', waiting: 1, short: [] });
    server.state.later(DAY);
    const both = ['retention/short blobs', 'retention/short records'];
    expect(await seen(store)).toEqual({ outcome: 'tampered', waiting: 0, short: both });
    expect(await seen(store, { trust })).toEqual({ outcome: 'allow', waiting: 0, short: [] });
    await lengthen('v1/records/');
    expect(await seen(store)).toEqual({ outcome: 'tampered', waiting: 0, short: ['retention/short blobs'] });
    await lengthen();
    expect(await seen(store)).toEqual({ outcome: 'allow', waiting: 0, short: [] });
  });

  it('wants its document for as long as itself, though another record brought it long before', async () => {
    const { store, archive, lengthen } = await twoRecords();
    await lengthen();
    server.state.later(PATIENCE * DAY);
    await archive('second');
    await lengthen('v1/records/');
    server.state.later(PATIENCE * DAY);
    expect(await seen(store)).toEqual({ outcome: 'tampered', waiting: 0, short: ['retention/short blobs'] });
    await lengthen();
    expect(await seen(store)).toEqual({ outcome: 'allow', waiting: 0, short: [] });
  });

  it('is held to it by threads as by one', async () => {
    const { store, archive } = await twoRecords();
    server.state.later(PATIENCE * DAY);
    await archive('young');
    const options = asked();
    const here = await verifyLedger(store, options);
    expect([here.waiting, here.findings.length]).toEqual([1, 2]);
    for (const worth of [
      { team: 0, boundedMemory: Infinity },
      { team: 0, boundedMemory: 0 },
    ])
      expect(await verifyInParallel(store, options, worth)).toEqual(here);
  });

  it('that is locked for less than everything is one finding, not two', async () => {
    const { store } = await twoRecords();
    server.state.later(PATIENCE * DAY);
    const { findings } = await verifyLedger(store, { ...asked(), days: DEFAULT_DAYS + 1 });
    expect(new Set(findings.map(({ digest }) => digest)).size).toBe(findings.length);
  });
});

describe('a keeper', () => {
  it('lengthens what a key signed before it was stolen, and nothing that no key of the trust file signed', async () => {
    const { store, lengthen } = await twoRecords();
    const from = new Date(server.state.now + DAY).toISOString();
    const stolen = { ...trust, record_keys: trust.record_keys.map((key) => ({ ...key, compromised_from: from })) };
    const before = {
      ...trust,
      record_keys: trust.record_keys.map((key) => ({ ...key, compromised_from: '2026-01-02T00:00:00.000Z' })),
    };
    expect(await lengthen('none', stolen)).toMatchObject({ kinds: [{ records: 1 }], findings: [] });
    expect(await lengthen('none', before)).toMatchObject({ kinds: [{ records: 1 }], findings: [] });
    const foreign = await lengthen('none', trustIn([testSigner()], null));
    expect(foreign.kinds).toMatchObject([{ records: 0, short: 0 }]);
    expect(new Set(foreign.findings.map(({ kind }) => kind))).toEqual(new Set(['unsigned']));
    expect(await seen(store)).toMatchObject({ waiting: 1 });
  });

  it('lengthens records though somebody broke the seals, and says that they are', async () => {
    const { store, lengthen } = await twoRecords();
    await sealLedger(sealerOn(store, testLogKey(), clock));
    await store.create('v1/seals/plan/0000000000000003' as ObjectKey, new Uint8Array(1));
    await expect(lengthen()).rejects.toMatchObject({ outcome: 'tampered', code: 'seal/plan' });
    expect((await seen(store)).waiting).toBe(0);
  });

  it.each<[string, (plan: Plan) => Uint8Array]>([
    ['that begins a stream anew', (plan) => formatPlan({ ...plan, streams: plan.streams.map((one) => ({ ...one, from: 1 })) })],
    ['that is no plan', () => new Uint8Array(1)],
  ])('lengthens what seals hold up to a planted one %s, and says so', async (_, plant) => {
    const { store, lengthen, lockedUntil } = await twoRecords();
    await sealLedger(sealerOn(store, testLogKey(), clock));
    const first = await readPlan(store, 1);
    await store.create(planKey(2), plant({ ...first.plan, n: 2, prev: first.digest }));
    await expect(lengthen()).rejects.toMatchObject({ outcome: 'tampered', code: 'seal/plan', at: planKey(2) });
    for (const key of [planKey(1), bodyKey(1), edgeKey(1)]) expect(lockedUntil(key)).toBeGreaterThan(clock.now() + 80 * DAY);
  });
});
