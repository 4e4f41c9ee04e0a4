import { afterAll, describe, expect, it } from '@jest/globals';
import { recordKey, slotKey } from '@proofrail/core/ledger';
import { sealLedger, type Notice } from '@proofrail/core/seal';
import { STREAM } from '../../../../../test/ledger/small-ledger.ts';
import { sealerOn, testLogKey } from '../../../../../test/seal/sealed-ledger.ts';
import { S3Store } from '../../src/s3-store.ts';
import { AttackedServer, KMS_KEY } from './attacked-bucket.ts';
import { insteadOf } from './instead-of.ts';

const attacked = await AttackedServer.start();
afterAll(() => attacked.close());
const DAY = 86_400_000;
const OTHER_KEY = 'arn:aws:kms:us-east-1:999999999999:key/of-somebody-else';

/** What a seal notes, which the verifiers of years to come read in its plan. `days`: for which each record has to be locked. */
async function noted(uri: string, days: number | null = null): Promise<readonly Notice[]> {
  const { server, credentials } = attacked;
  const store = await S3Store.open(`${uri}&kms-key=${KMS_KEY}`, { endpoint: { url: server.url, pathStyle: true }, credentials });
  const { plan } = await sealLedger({ ...sealerOn(store, testLogKey()), days });
  store.close();
  return plan.notices;
}

describe('a seal says for ever how badly a bucket keeps a record or a slot:', () => {
  it('nothing about one that is locked, encrypted and made here as it should be', async () => {
    const { uri } = await attacked.bucket('unpoliced');
    expect(await noted(uri)).toEqual([]);
  });

  it.each([
    ['a lock that somebody can lift', 'retention/short', { ObjectLockMode: 'GOVERNANCE' }],
    ["somebody else's key", 'key/foreign', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: OTHER_KEY }],
    ['no key of KMS', 'key/foreign', { ServerSideEncryption: 'AES256' }],
  ] as const)('%s (%s)', async (_, code, how) => {
    const target = await attacked.bucket('unpoliced');
    const { record_name: name, slot } = target.last;
    const until = new Date(attacked.server.state.now + 9 * DAY);
    const keys = [recordKey(STREAM, name), slotKey(STREAM, slot)];
    for (const key of keys)
      await insteadOf(attacked, target, key, {
        ...how,
        ...('ObjectLockMode' in how ? { ObjectLockRetainUntilDate: until } : {}),
      });
    expect(await noted(target.uri)).toEqual(keys.map((key) => ({ code, key, stream: STREAM })));
  });

  it('every lock that is shorter than was asked for (retention/short)', async () => {
    const { uri, receipts } = await attacked.bucket('unpoliced');
    const records = receipts.map((receipt) => recordKey(STREAM, receipt.record_name));
    const keys = [...records, ...receipts.map(({ slot }) => slotKey(STREAM, slot))];
    expect(await noted(uri, 30)).toEqual(keys.map((key) => ({ code: 'retention/short', key, stream: STREAM })));
  });

  it('that replication brought it (object/replica)', async () => {
    const { uri, bucket, last } = await attacked.bucket('unpoliced');
    const keys = [recordKey(STREAM, last.record_name), slotKey(STREAM, last.slot)];
    const fake = attacked.server.state.bucket(bucket);
    for (const key of keys) fake.replicated(key, fake.versions(key)[0]?.id ?? '', attacked.server.state.now);
    expect(await noted(uri)).toEqual(keys.map((key) => ({ code: 'object/replica', key, stream: STREAM })));
  });
});
