import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append, putBlob, type SequencedReceipt } from '@proofrail/core/ledger';
import { lengthenLocks } from '@proofrail/core/lengthen';
import type { LockKeeper } from '@proofrail/core/ports';
import { checkProof, proveRecord } from '@proofrail/core/seal';
import { formatProof } from '@proofrail/core/tlog';
import { startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { S3LockKeeper, S3Store } from '../../packages/stores/s3/src/index.ts';
import { ledgerOn, record, STREAM, testSigner, trustIn } from '../ledger/small-ledger.ts';
import { sealerOn, testLogKey } from '../seal/sealed-ledger.ts';
import { sealLedger } from '@proofrail/core/seal';

const DAY = 86_400_000;
const BUCKET = 'evidence';
const DEFAULT_DAYS = 30;
const SBOM_DAYS = 90;
const TYPE = 'https://proofrail.dev/evidence';

const signer = testSigner();
const logKey = testLogKey();
const trust = trustIn([signer], null);
const sboms: SequencedReceipt[] = [];
let server: FakeS3;
let store: S3Store;
let keeper: S3LockKeeper;

const clock = { now: () => server.state.now };
const bucket = () => server.state.bucket(BUCKET);
const locks = () =>
  new Map(
    [...bucket().keys()].flatMap((key) =>
      bucket()
        .versions(key)
        .map(({ id, retention }) => [`${key} ${id}`, retention]),
    ),
  );
const lengthen = (confirmed: boolean, by: LockKeeper = keeper) =>
  lengthenLocks({
    store,
    keeper: by,
    trust,
    days: { sbom: SBOM_DAYS },
    stream: null,
    confirmed,
    onProgress: () => undefined,
  });

async function fillAndSeal(count: number, sbomAt: readonly number[]): Promise<void> {
  const ledger = ledgerOn(store, signer, clock);
  const receipts = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const isSbom = sbomAt.includes(n);
      const blob = isSbom ? await putBlob(ledger, STREAM, new TextEncoder().encode(`SBOM ${count} ${n}`)) : null;
      const said = blob === null ? {} : { raw_ref: blob.key };
      const bytes = await record(`${count} ${n}`, signer, `${TYPE}/${isSbom ? 'sbom' : 'scan.result'}/v1`, said);
      return { isSbom, receipt: await append(ledger, STREAM, bytes) };
    }),
  );
  sboms.push(...receipts.flatMap(({ isSbom, receipt }) => (isSbom ? [receipt] : [])));
  await sealLedger(sealerOn(store, logKey, clock));
}

beforeAll(async () => {
  server = await startFakeS3();
  server.state.createBucket(BUCKET, {
    defaultRetention: { mode: 'COMPLIANCE', period: { unit: 'Days', length: DEFAULT_DAYS } },
  });
  const uri = `s3://${BUCKET}?region=us-east-1`;
  const options = { endpoint: { url: server.url, pathStyle: true }, credentials: server.credentials };
  store = await S3Store.open(uri, options);
  keeper = await S3LockKeeper.open(uri, options);
  await fillAndSeal(40, []);
  await fillAndSeal(290, [3, 250]);
  await fillAndSeal(5, []);
  await fillAndSeal(260, [200]);
  await fillAndSeal(3, []);
}, 60_000);
afterAll(() => server.close());

describe('records of a kind that is kept longer than the bucket keeps all', () => {
  it('are counted first, and nothing is touched', async () => {
    const before = locks();
    const { kinds, findings } = await lengthen(false);
    expect([kinds, findings]).toMatchObject([[{ kind: 'sbom', records: 3 }], []]);
    expect(kinds[0]?.short).toBe(kinds[0]?.objects);
    expect(kinds[0]?.short).toBeGreaterThan(3 * 3);
    expect(locks()).toEqual(before);
  });

  it('are then locked for longer, never in another mode, and nothing is done twice', async () => {
    const before = locks();
    const planned = await lengthen(false);
    expect(await lengthen(true)).toEqual(planned);
    const changed = [...locks()].filter(([version, lock]) => lock?.until !== before.get(version)?.until);
    expect(changed.length).toBe(planned.kinds[0]?.short);
    for (const [version, lock] of changed)
      expect([lock?.mode, (lock?.until ?? 0) > (before.get(version)?.until ?? 0)]).toEqual(['COMPLIANCE', true]);
    const calls = server.calls().length;
    expect((await lengthen(true)).kinds).toMatchObject([{ records: 3, short: 0, until: null }]);
    expect(
      server
        .calls()
        .slice(calls)
        .filter(({ operation }) => operation === 'PutObjectRetention'),
    ).toEqual([]);
  });

  it('need nothing more for a seal that covers none of them', async () => {
    await fillAndSeal(2, []);
    expect((await lengthen(false)).kinds).toMatchObject([{ records: 3, short: 0 }]);
  });

  it('can be read and proven with what is left once every lock is over that was not lengthened', async () => {
    server.state.later((DEFAULT_DAYS + 10) * DAY);
    for (const key of [...bucket().keys()])
      for (const { id, retention } of bucket().versions(key))
        if ((retention?.until ?? 0) <= server.state.now) bucket().drop(key, id);
    expect([...bucket().keys('v1/records/')]).toHaveLength(3);
    expect([...bucket().keys('v1/blobs/')]).toHaveLength(3);
    for (const { record_name: name, record: digest } of sboms) {
      const proof = await proveRecord(store, STREAM, name);
      expect(proof).not.toBeNull();
      if (proof === null) continue;
      expect(checkProof(Buffer.from(formatProof(proof)), [logKey.key])).toMatchObject({
        kind: 'proven',
        sealed: { record: digest },
      });
    }
  });
});
