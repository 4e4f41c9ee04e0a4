import { afterAll, expect, it } from '@jest/globals';
import { verifyLedger } from '@proofrail/core/verification';
import { FakeTrail, signedRequest, startFakeS3 } from '@proofrail/testkit';
import { ledgerObjects } from '../../packages/cli/src/cloudtrail/ledger-objects.ts';
import { parsePublicKeys, verifyTrail } from '../../packages/audit/src/cloudtrail/index.ts';
import { S3Store } from '../../packages/stores/s3/src/s3-store.ts';
import { fill, ledgerOn, testSigner, trustIn } from '../ledger/small-ledger.ts';
import { ACCOUNT, codesOf, filesOf, HOUR, LEDGER, TRAIL_BUCKET } from './watched-ledger.ts';

const REGION = 'us-east-1';
const server = await startFakeS3({ account: ACCOUNT, region: REGION });
let store: S3Store;
afterAll(async () => {
  store.close();
  await server.close();
});

/** What CloudTrail would have of the calls that the bucket answered. */
function trailOfCalls(removals: readonly string[]): FakeTrail {
  const start = Math.floor(server.state.now / HOUR) * HOUR;
  const trail = new FakeTrail({ bucket: TRAIL_BUCKET, account: ACCOUNT, region: REGION, start });
  const left = [...removals];
  for (const { operation, bucket, key, status, code } of server.calls()) {
    if (key === null || !/^(Put|Delete)Object$/.test(operation ?? '')) continue;
    const removed = operation === 'DeleteObject' ? left.shift() : undefined;
    const request = { bucketName: bucket ?? '', key, ...(removed ? { versionId: removed } : {}) };
    const response = operation === 'DeleteObject' ? { 'x-amz-delete-marker': 'true' } : null;
    trail.call({ name: operation ?? '', request, response, ...(status < 300 ? {} : { error: code ?? 'AccessDenied' }) });
  }
  for (let hour = 0; hour < 3; hour += 1) trail.endHour();
  return trail;
}

it('is seen by nobody who reads the bucket, and by whoever reads the trail (attack 1)', async () => {
  server.state.createBucket(LEDGER, { defaultRetention: { mode: 'COMPLIANCE', period: { unit: 'Days', length: 1 } } });
  const { credentials, url } = server;
  store = await S3Store.open(`s3://${LEDGER}/evidence?region=${REGION}`, {
    credentials,
    endpoint: { url, pathStyle: true },
  });
  const signer = testSigner();
  const receipts = await fill(ledgerOn(store, signer), 3);
  const trust = trustIn([signer], receipts[0] ?? null);

  const verify = async (removals: readonly string[]) => {
    const trail = trailOfCalls(removals);
    const keys = parsePublicKeys(trail.publicKeys(), 'keys.json');
    return verifyTrail({
      files: filesOf(trail),
      scope: {
        ...{ bucket: TRAIL_BUCKET, prefix: '', account: ACCOUNT, region: REGION, keyRegions: [] },
        ...{ keys, since: null, until: trail.now },
      },
      place: { bucket: LEDGER, prefix: 'evidence/', kmsKeys: [] },
      objects: await ledgerObjects(store, 'evidence/'),
      holdsStill: null,
      reasons: null,
      acceptAcknowledged: false,
    });
  };
  expect(await verify([])).toMatchObject({ outcome: 'allow', writes: { matched: 6, undated: 0 }, findings: [] });

  const newest = `${url}/${LEDGER}/evidence/v1/segments/42/0000000000000003`;
  const remove = async (address: string) => {
    const { headers, status } = await fetch(address, signedRequest({ method: 'DELETE', url: address, credentials }));
    expect(status).toBe(204);
    return headers.get('x-amz-version-id') ?? '';
  };
  const marker = await remove(newest);
  expect(await verifyLedger(store, { trust })).toMatchObject({ outcome: 'tampered', findings: [{ code: 'slot/marker' }] });
  await remove(`${newest}?versionId=${marker}`);

  expect(await verifyLedger(store, { trust })).toMatchObject({ outcome: 'allow', findings: [] });
  const seen = await verify(['', marker]);
  expect([seen.outcome, codesOf(seen)]).toEqual(['tampered', ['cloudtrail/marker-placed', 'cloudtrail/marker-removed']]);
});
