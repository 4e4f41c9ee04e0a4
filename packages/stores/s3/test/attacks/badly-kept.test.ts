import { PutObjectLockConfigurationCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, it } from '@jest/globals';
import { recordKey, slotKey } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { ObjectKey } from '@proofrail/core/ports';
import { bodyKey, planKey } from '@proofrail/core/seal';
import { readPolicy } from '@proofrail/testkit';
import { appendPointed } from '../../../../../test/ledger/append-pointed.ts';
import { record, STREAM } from '../../../../../test/ledger/small-ledger.ts';
import { ORIGIN, seal, testLogKey } from '../../../../../test/seal/sealed-ledger.ts';
import { S3Store } from '../../src/s3-store.ts';
import { AttackedServer } from './attacked-bucket.ts';
import { titleOf } from './ends.ts';
import { insteadOf } from './instead-of.ts';

const attacked = await AttackedServer.start();
afterAll(() => attacked.close());
const DAY = 86_400_000;

const until = (days: number): Date => new Date(attacked.server.state.now + days * DAY);

describe(`${titleOf(11)}; where no policy refuses it, verify names the object`, () => {
  it.each([
    ['a record', 'record', 'short', { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until(0.5) }],
    ['a slot', 'slot', 'short', { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until(0.5) }],
    ['a blob', 'blob', 'short', { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until(0.5) }],
    ['a record', 'record', 'one that can be lifted', { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: until(9) }],
  ] as const)('%s with a lock that is %s', async (_, what, how, lock) => {
    const target = await attacked.bucket('unpoliced');
    const { last, blob, verify } = target;
    const keys = { record: recordKey(STREAM, last.record_name), slot: slotKey(STREAM, last.slot), blob };
    await insteadOf(attacked, target, keys[what] as ObjectKey, lock);
    const { outcome, findings, streams } = await verify();
    expect([outcome, streams[0]?.short]).toEqual(['tampered', 1]);
    expect(findings).toMatchObject([{ kind: 'short', code: 'retention/short', key: keys[what] }]);
    expect(findings[0]?.detail).toBe(
      how === 'short'
        ? 'It is locked for 0 days from its creation, and 1 day is asked for.'
        : 'Its lock can be lifted (GOVERNANCE), and 1 day is asked for.',
    );
  });

  it.each([
    ['a plan', planKey(1)],
    ['a checkpoint', bodyKey(1)],
  ])('%s of a seal with a lock that can be lifted', async (_, key) => {
    const target = await attacked.bucket('unpoliced');
    const logKey = testLogKey();
    await seal(target.store, logKey);
    await insteadOf(attacked, target, key, { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: until(9) });
    const trust = { ...target.trust, origin: ORIGIN, log_keys: [logKey.verifierKey] };
    const { outcome, findings } = await target.verify({ trust });
    expect([outcome, findings]).toMatchObject(['tampered', [{ kind: 'short', code: 'retention/short', stream: '', key }]]);
  });

  it('one that nothing locks, made while the default of the bucket was gone', async () => {
    const target = await attacked.bucket('unpoliced');
    const { attacker, bucket: Bucket, last, uri } = target;
    const lockedBy = (rule: object) =>
      attacker.send(
        new PutObjectLockConfigurationCommand({
          Bucket,
          ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', ...rule },
        }),
      );
    await lockedBy({});
    await insteadOf(attacked, target, recordKey(STREAM, last.record_name), {});
    await lockedBy({ Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 1 } } });
    const store = await S3Store.open(uri, {
      endpoint: { url: attacked.server.url, pathStyle: true },
      credentials: attacked.credentials,
    });
    const { outcome, findings } = await verifyLedger(store, { trust: target.trust });
    store.close();
    expect(outcome).toBe('tampered');
    expect(findings).toMatchObject([{ code: 'retention/short', detail: 'Nothing locks it, and 1 day is asked for.' }]);
  });

  it('every one, where more days are asked for than the bucket gives', async () => {
    const { verify } = await attacked.bucket('policed');
    const { findings, streams } = await verify({ days: 2_555 });
    expect(streams).toMatchObject([{ verified: 3, short: 7 }]);
    expect(new Set(findings.map(({ detail }) => detail))).toEqual(
      new Set(['It is locked for 1 day from its creation, and 2555 days are asked for.']),
    );
  });

  it('a pointer as well, and names the stream in which it lies', async () => {
    const { ledger, signer, verify } = await attacked.bucket('policed');
    await appendPointed(ledger, STREAM, await record(4, signer), () => undefined);
    expect((await verify()).findings).toEqual([]);
    const { findings, streams } = await verify({ days: 2_555 });
    expect(streams).toMatchObject([{ verified: 4, pointers: 2, short: 11 }]);
    expect(findings.filter(({ key }) => key.startsWith('v1/by/'))).toMatchObject([
      { code: 'retention/short', stream: STREAM },
      { code: 'retention/short', stream: STREAM },
    ]);
  });

  it('is unavailable, neither ok nor tampered, to a role that may not read locks', async () => {
    const { bucket, uri, trust } = await attacked.bucket('policed');
    const { server } = attacked;
    const { state, url } = server;
    const Statement = [{ Effect: 'Allow', Action: ['s3:GetObject*', 's3:List*', 's3:GetBucket*', 'kms:*'], Resource: '*' }];
    const denied = [{ Effect: 'Deny', Action: 's3:GetObjectRetention', Resource: '*' }];
    const policy = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: [...Statement, ...denied] }));
    state.accessKeys.set('AKIABLIND', { id: 'AKIABLIND', secret: 'of the blind', policy });
    const credentials = { accessKeyId: 'AKIABLIND', secretAccessKey: 'of the blind' };
    const store = await S3Store.open(uri, { endpoint: { url, pathStyle: true }, credentials });
    const { outcome, findings } = await verifyLedger(store, { trust });
    store.close();
    expect([outcome, findings.map(({ code }) => code)]).toEqual(['unavailable', ['retention/unreadable']]);
    const asked = server.calls().filter((call) => call.bucket === bucket && call.operation === 'GetObjectRetention');
    expect(asked.length).toBeLessThanOrEqual(3); // by the three slots that were under way, and for none of the other objects
  });
});

describe(`${titleOf(10)}; where no policy refuses it, verify names the object`, () => {
  it('by what S3 says of it, whatever times it brought along', async () => {
    const { bucket, last, verify } = await attacked.bucket('unpoliced');
    const key = recordKey(STREAM, last.record_name);
    const fake = attacked.server.state.bucket(bucket);
    const [version] = fake.versions(key);
    fake.replicated(key, version?.id ?? '', attacked.server.state.now - 900 * DAY);
    const { outcome, findings } = await verify();
    expect(outcome).toBe('tampered');
    expect(findings).toMatchObject([
      {
        kind: 'extra',
        code: 'object/replica',
        key,
        detail: 'It came by replication, which keeps the times of another bucket: when it was made is not known.',
      },
    ]);
  });
});
