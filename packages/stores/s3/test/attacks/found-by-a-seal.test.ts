import { randomBytes } from 'node:crypto';
import { DeleteObjectCommand, ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, it } from '@jest/globals';
import { evidenceLog } from '@proofrail/core/gate';
import { append, recordKey, slotKey, store as storeRecord, type Ledger, type TrustFile } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { sealLedger, type Sealed } from '@proofrail/core/seal';
import { sha256 } from '@proofrail/core/canonical';
import { recordName } from '../../../../core/src/ledger/layout.ts';
import { ledgerOn, record, START, STREAM, tickingClock } from '../../../../../test/ledger/small-ledger.ts';
import { intent } from '../../../../../test/ledger/witnessed-ledger.ts';
import { ORIGIN, SEAL_TIME, sealerOn, testLogKey } from '../../../../../test/seal/sealed-ledger.ts';
import { S3Store } from '../../src/s3-store.ts';
import { AttackedServer, KMS_KEY, type AttackedBucket } from './attacked-bucket.ts';
import { titleOf } from './ends.ts';

const attacked = await AttackedServer.start();
afterAll(() => attacked.close());
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const THEIRS = 'arn:aws:kms:us-east-1:1:key/theirs';
const logKey = testLogKey();

const trusting = (trust: TrustFile): TrustFile => ({ ...trust, origin: ORIGIN, log_keys: [logKey.verifierKey] });
const sealNow = ({ store }: Pick<AttackedBucket, 'store'>, at = SEAL_TIME, days: number | null = null): Promise<Sealed> =>
  sealLedger({ ...sealerOn(store, logKey, tickingClock(at)), days });

describe(titleOf(9), () => {
  const written = (ledger: Ledger) => evidenceLog(ledger, STREAM, () => randomBytes(10)).append(intent());

  it('shows by the checkpoint that the record names, as its writer was shown it, to whoever brings nothing along', async () => {
    const { store, ledger, signer, verify } = await attacked.bucket('policed');
    await sealNow({ store });
    const { receipt } = await written(ledgerOn(ledger.store, signer, tickingClock(START)));
    const { outcome, findings } = await verifyLedger(store);
    const key = recordKey(STREAM, receipt.record_name);
    expect([outcome, findings]).toMatchObject(['tampered', [{ kind: 'altered', code: 'record/time', slot: 4, key }]]);
    expect(findings[0]?.detail).toMatch(
      /^It names a checkpoint that was not there before .+, and an earlier time: its writer's clock went back, /,
    );
    expect((await verify({ stream: STREAM })).findings).toEqual([]);
  });

  it('does not accuse the same record by a clock that is right', async () => {
    const { store, ledger, signer } = await attacked.bucket('policed');
    await sealNow({ store });
    const { record: honest } = await written(ledgerOn(ledger.store, signer, tickingClock(SEAL_TIME)));
    expect(honest).toMatchObject({ evidence: { checkpoint: { size: 4 } } });
    expect(await verifyLedger(store)).toMatchObject({ outcome: 'allow', findings: [] });
  });

  it('shows, where it names none, by the seal that came between the time that it names and its slot, and without seals not at all', async () => {
    const { store, signer, trust, verify } = await attacked.bucket('policed');
    await sealNow({ store });
    const late = await append(ledgerOn(store, signer, tickingClock(START)), STREAM, await record('set back', signer));
    await sealNow({ store }, SEAL_TIME + HOUR);
    expect((await verify({ stream: STREAM })).findings).toEqual([]);
    const { outcome, findings } = await verify({ trust: trusting(trust) });
    expect([outcome, findings]).toEqual([
      'allow', // somebody should ask; a slow runner looks the same
      [expect.objectContaining({ kind: 'pending', code: 'record/late', key: recordKey(STREAM, late.record_name) })],
    ]);
  });
});

describe('a seal', () => {
  it('shows a tail that was cut off when its lock ran out, without any receipt (attack 5)', async () => {
    const target = await attacked.bucket('unpoliced');
    const { attacker, bucket: Bucket, last, trust, verify } = target;
    await sealNow(target);
    const tail: string[] = [slotKey(STREAM, last.slot), recordKey(STREAM, last.record_name)];
    const { Versions = [] } = await attacker.send(new ListObjectVersionsCommand({ Bucket }));
    attacked.server.state.later(DAY + 1000);
    for (const { Key, VersionId } of Versions) {
      if (tail.includes(Key ?? '')) await attacker.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    }
    expect((await verify({ stream: STREAM })).outcome).toBe('allow');
    expect((await verify({ trust: trusting(trust) })).findings).toMatchObject([{ kind: 'missing', code: 'seal/slot', slot: 3 }]);
  });

  it('shows a stream that is gone whole, though no trust file pins it (attack 4)', async () => {
    const target = await attacked.bucket('unpoliced');
    const { attacker, bucket: Bucket, trust } = target;
    await sealNow(target);
    const { Versions = [] } = await attacker.send(new ListObjectVersionsCommand({ Bucket }));
    attacked.server.state.later(DAY + 1000);
    for (const { Key, VersionId } of Versions) {
      if (Key?.includes(`/${STREAM}/`) === true) await attacker.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    }
    const unpinned = { ...trusting(trust), streams: {} };
    const { outcome, findings } = await verifyLedger(target.store, { trust: unpinned });
    expect([outcome, findings]).toMatchObject(['tampered', [{ kind: 'missing', code: 'seal/slot', stream: STREAM, slot: 1 }]]);
  });

  it('adopts a record that others pass over, and says how it found it (attack 8)', async () => {
    const { store, signer } = await attacked.bucket('policed');
    const passed = await storeRecord(ledgerOn(store, signer), STREAM, await record('passed over', signer));
    const { plan } = await sealNow({ store });
    expect(plan.streams[0]?.adopted).toEqual([passed.record_name]);
    expect(plan.notices.map(({ code }) => code)).toEqual(['record/adopted']);
  });

  it('notes a lock that is too short, one that is none, and a key that is not ours (attacks 11 and 14)', async () => {
    const {
      attacker,
      bucket: Bucket,
      server,
      uri,
      signer,
      trust,
    } = { ...(await attacked.bucket('unpoliced')), server: attacked.server };
    const endpoint = { url: server.url, pathStyle: true };
    const store = await S3Store.open(`${uri}&kms-key=${encodeURIComponent(KMS_KEY)}`, {
      endpoint,
      credentials: attacked.credentials,
    });
    const keys: string[] = [];
    for (const [n, ways] of [
      { ObjectLockMode: 'COMPLIANCE' as const, ObjectLockRetainUntilDate: new Date(server.state.now + HOUR) },
      { ObjectLockMode: 'GOVERNANCE' as const, ObjectLockRetainUntilDate: new Date(server.state.now + 900 * DAY) },
      { ServerSideEncryption: 'aws:kms' as const, SSEKMSKeyId: THEIRS },
    ].entries()) {
      const Body = await record(`badly kept ${n}`, signer);
      const Key = recordKey(STREAM, recordName(server.state.now + n, sha256(Body)));
      keys.push(Key);
      await attacker.send(new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch: '*', ...ways }));
    }
    await append(ledgerOn(store, signer, tickingClock(server.state.now + 10)), STREAM, await record('adopts', signer));
    const { plan } = await sealNow({ store }, server.state.now + HOUR, 1);
    const noted = (code: string) => plan.notices.filter((one) => one.code === code).map(({ key }) => key);
    expect([noted('retention/short').slice(0, 2), noted('key/foreign')]).toEqual([keys.slice(0, 2), [keys[2]]]);
    const { outcome, findings } = await verifyLedger(store, { trust: trusting(trust) });
    expect(outcome).toBe('tampered');
    const short = findings.filter(({ code }) => code === 'retention/short');
    expect(short.map(({ key }) => key)).toEqual(keys.slice(0, 2)); // seen and noted: one finding, not two
    expect(findings.map(({ code }) => code)).toContain('key/foreign');
    store.close();
  });

  it('is never clean over evidence that nobody can read (attack 14)', async () => {
    const { attacker, bucket: Bucket, store, signer, trust } = await attacked.bucket('unpoliced');
    const Body = await record('soon unreadable', signer);
    const Key = recordKey(STREAM, recordName(START + HOUR, sha256(Body)));
    await attacker.send(
      new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch: '*', ServerSideEncryption: 'aws:kms', SSEKMSKeyId: THEIRS }),
    );
    await append(ledgerOn(store, signer, tickingClock(START + HOUR)), STREAM, await record('adopts', signer));
    attacked.server.state.disabledKmsKeys.add(THEIRS);
    const { plan } = await sealNow({ store });
    attacked.server.state.disabledKmsKeys.clear();
    expect(plan.notices).toEqual([{ code: 'record/unreadable', key: Key, stream: STREAM }]);
    const { outcome, findings } = await verifyLedger(store, { trust: trusting(trust) });
    expect([outcome, findings]).toMatchObject(['unavailable', [{ kind: 'unreadable', code: 'record/unreadable', key: Key }]]);
  });
});
