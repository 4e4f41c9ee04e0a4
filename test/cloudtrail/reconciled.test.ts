import { describe, expect, it } from '@jest/globals';
import { codesOf, honestHours, HOUR, KEY_ARN, LEDGER, WatchedLedger } from './watched-ledger.ts';

const key = 'v1/records/42/1';
const settled = (ledger: WatchedLedger) => ledger.hour().hour().hour();

describe('a ledger whose every write AWS recorded', () => {
  it('is verified, and says how much was held against what', async () => {
    const verification = await honestHours().verify();
    expect(verification).toMatchObject({
      outcome: 'allow',
      trail: { digests: 4, logs: 2, events: 3, notListed: 0 },
      writes: { matched: 3, objects: 3, undated: 0 },
      findings: [],
      attempts: [],
    });
  });

  it('is not verified by an empty folder: nothing checked is never ok', async () => {
    expect(await new WatchedLedger().appear(key).verify()).toMatchObject({ outcome: 'invalid', findings: [] });
  });

  it('is not verified where no ledger lies, as under a prefix with a typing error', async () => {
    const place = { bucket: LEDGER, prefix: 'ledgr/', kmsKeys: [] };
    expect(await honestHours().verify({}, { place, objects: [] })).toMatchObject({ outcome: 'invalid', findings: [] });
  });

  it('is not verified for a period of which nothing can be known yet', async () => {
    const ledger = honestHours();
    for (const ago of [30, 60]) {
      const since = ledger.trail.now - ago * 60_000;
      const { outcome, trail, findings } = await ledger.verify({ since });
      expect({ outcome, covered: trail.covered, findings }).toEqual({ outcome: 'invalid', covered: null, findings: [] });
    }
  });

  it('says of how many objects nothing was asked, because they are older than the period', async () => {
    const since = honestHours().trail.now - 2 * HOUR;
    expect(await honestHours().verify({ since })).toMatchObject({ outcome: 'allow', writes: { objects: 0, outside: 3 } });
  });

  it('is not verified while the region of one of its keys is not covered: what is done to the key is known there alone', async () => {
    const verification = await honestHours().verify({ keyRegions: ['eu-central-1', 'us-east-1'] });
    expect(verification).toMatchObject({ outcome: 'tampered', findings: [{ code: 'cloudtrail/not-covered', key: 'us-east-1' }] });
  });
});

describe('what AWS saw and the ledger does not hold', () => {
  it('is a write whose object is gone, or never was one of the ledger', async () => {
    const ledger = honestHours();
    ledger.objects.shift();
    expect(await ledger.verify()).toMatchObject({
      outcome: 'tampered',
      findings: [{ code: 'cloudtrail/write-without-record', key, event: { name: 'PutObject' } }],
    });
  });

  it('is a second version that was there once: one event stands for one version', async () => {
    const ledger = settled(new WatchedLedger().write(key, 'first').write(key, 'second'));
    ledger.objects.pop();
    expect(codesOf(await ledger.verify())).toEqual(['cloudtrail/write-without-record']);
  });

  it.each([
    ['a delete marker', 'DeleteObject', { key }, { 'x-amz-delete-marker': 'true', 'x-amz-version-id': 'm' }, 'marker-placed'],
    ['a marker that is gone again, which leaves no trace in the bucket (attack 1)', 'DeleteObject', { key, versionId: 'm' }, { 'x-amz-delete-marker': 'true' }, 'marker-removed'],
    ['a version deleted', 'DeleteObject', { key, versionId: 'x' }, null, 'version-deleted'],
    ['a batch of deletions, whatever it held', 'DeleteObjects', {}, null, 'batch-delete'],
    ['a copy onto a key', 'CopyObject', { key, 'x-amz-copy-source': 'else/where' }, null, 'foreign-call'],
    ['a multipart upload', 'CompleteMultipartUpload', { key, uploadId: 'u' }, null, 'foreign-call'],
    ['a lock changed', 'PutObjectRetention', { key, retention: '' }, null, 'foreign-call'],
    ['a thaw', 'RestoreObject', { key }, null, 'foreign-call'],
    ['a call that AWS invents tomorrow', 'TransmuteObject', { key }, null, 'foreign-call'],
  ])('is %s', async (_, name, request, response, code) => {
    const ledger = settled(new WatchedLedger().write(key).call(name, request, { response }));
    expect(await ledger.verify()).toMatchObject({
      outcome: 'tampered',
      findings: [{ kind: 'unrecorded', code: `cloudtrail/${code}`, event: { name } }],
    });
  }); // prettier-ignore

  it('is a deletion through an access point, which is named in place of the bucket', async () => {
    const ledger = new WatchedLedger().write(key);
    const bucketName = 'arn:aws:s3:eu-central-1:123456789012:accesspoint/side-door';
    const resources = [{ type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${LEDGER}` }];
    ledger.trail.call({ name: 'DeleteObject', request: { bucketName, key }, resources });
    expect(codesOf(await settled(ledger).verify())).toEqual(['cloudtrail/marker-placed']);
  });

  it('is an object that nobody wrote: replicated, or put there while nobody looked', async () => {
    expect(await settled(new WatchedLedger().write(key).appear('v1/records/42/2')).verify()).toMatchObject({
      outcome: 'tampered',
      findings: [{ code: 'cloudtrail/record-without-write', key: 'v1/records/42/2', event: null }],
    });
  });
});

describe('a lock that was set anew', () => {
  const versionId = 'first';
  const lengthened = (request: Record<string, string>) =>
    settled(new WatchedLedger().write(key, versionId).call('PutObjectRetention', request));
  const holds = (...versions: string[]) => ({
    holdsStill: (one: { version: string | null }) => Promise.resolve(versions.includes(one.version ?? '')),
  });

  it('is rightly done where it can only have become longer, however often', async () => {
    const ledger = lengthened({ key, versionId }).call('PutObjectRetention', { key, versionId });
    expect(await settled(ledger).verify({}, holds(versionId))).toMatchObject({ outcome: 'allow', lengthened: 2, findings: [] });
  });

  it.each([
    ['where the lock can be lifted, or is shorter than the bucket gives', { key, versionId }, []],
    ['where the event does not say which version', { key }, [versionId]],
    ['of a version that is not there', { key, versionId: 'second' }, ['second']],
    ['round a lock that somebody may lift', { key, versionId, 'x-amz-bypass-governance-retention': 'true' }, [versionId]],
  ])('is a finding %s', async (_, request, held) => {
    expect(await lengthened(request as Record<string, string>).verify({}, holds(...held))).toMatchObject({
      outcome: 'tampered',
      lengthened: 0,
      findings: [{ code: 'cloudtrail/foreign-call', key, event: { name: 'PutObjectRetention' } }],
    });
  });

  it('is a finding where nobody reads locks, as in a copy, and an attempt where AWS refused it', async () => {
    expect(codesOf(await lengthened({ key, versionId }).verify())).toEqual(['cloudtrail/foreign-call']);
    const refused = new WatchedLedger().write(key).call('PutObjectRetention', { key, versionId }, { error: 'AccessDenied' });
    expect(await settled(refused).verify({}, holds(versionId))).toMatchObject({
      outcome: 'allow',
      lengthened: 0,
      attempts: [{}],
    });
  });
});

describe('settings of what keeps the ledger', () => {
  it.each([
    'PutBucketPolicy', 'DeleteBucketPolicy', 'PutBucketVersioning', 'PutObjectLockConfiguration', 'PutBucketLifecycle',
    'PutBucketReplication', 'DeleteBucket', 'PutBucketEncryption',
  ])('%s is a finding', async (name) => {
    const ledger = settled(new WatchedLedger().write(key).call(name, {}, { management: true }));
    expect(await ledger.verify()).toMatchObject({ findings: [{ code: 'cloudtrail/bucket-changed', key: LEDGER }] });
  }); // prettier-ignore

  it.each(['ScheduleKeyDeletion', 'DisableKey', 'PutKeyPolicy'])('%s is a finding for the ledger’s key alone', async (name) => {
    const call = (keyId: string) => ({ source: 'kms.amazonaws.com', name, management: true, request: { keyId } });
    const ledger = new WatchedLedger().write(key);
    ledger.trail.call(call(KEY_ARN.slice(KEY_ARN.indexOf('/') + 1)));
    ledger.trail.call(call('9999abcd-12ab-34cd-56ef-1234567890ab'));
    expect(codesOf(await settled(ledger).verify())).toEqual(['cloudtrail/key-changed']);
    const place = { bucket: LEDGER, prefix: '', kmsKeys: [] };
    expect(codesOf(await ledger.verify({}, { place }))).toEqual(['cloudtrail/key-changed', 'cloudtrail/key-changed']);
  });

  it('a key that AWS rotates by itself is a finding; signing and decrypting with it is none', async () => {
    const ledger = new WatchedLedger().write(key);
    for (const name of ['Sign', 'ReEncrypt', 'GenerateDataKey', 'RotateKey'])
      ledger.trail.call({ source: 'kms.amazonaws.com', name, management: true, request: { keyId: KEY_ARN } });
    expect(await settled(ledger).verify()).toMatchObject({ findings: [{ event: { name: 'RotateKey' } }] });
  });

  it.each(['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors'])('%s is a finding', async (name) => {
    const ledger = new WatchedLedger().write(key);
    ledger.trail.call({ source: 'cloudtrail.amazonaws.com', name, management: true, request: { name: 'example' } });
    expect(codesOf(await settled(ledger).verify())).toEqual(['cloudtrail/trail-changed']);
  });
});

describe('what is no finding', () => {
  it('is what AWS refused: it is listed as an attempt', async () => {
    const ledger = new WatchedLedger().write(key).call('DeleteObject', { key }, { error: 'AccessDenied' });
    expect(await settled(ledger).verify()).toMatchObject({
      outcome: 'allow',
      findings: [],
      attempts: [{ name: 'DeleteObject', error: 'AccessDenied' }],
    });
  });

  it('is a create-only write that lost its race, which happens all day', async () => {
    const ledger = new WatchedLedger().write(key).call('PutObject', { key }, { error: 'PreconditionFailed' });
    expect(await settled(ledger).verify()).toMatchObject({ outcome: 'allow', attempts: [] });
  });

  it('is reading, another bucket, another prefix', async () => {
    const ledger = new WatchedLedger().write('ledger/v1/records/42/1').call('GetObject', { key }, { readOnly: true });
    ledger.trail.call({ name: 'DeleteObject', request: { bucketName: 'another', key } });
    ledger.call('DeleteObject', { key: 'other/thing' });
    const place = { bucket: LEDGER, prefix: 'ledger/', kmsKeys: [] };
    expect(await settled(ledger).verify({}, { place })).toMatchObject({ outcome: 'allow', findings: [] });
  });

  it('is an object of the last hour: its event may still come', async () => {
    expect(await honestHours().appear('v1/records/42/3').hour().verify()).toMatchObject({
      outcome: 'allow',
      writes: { objects: 3 },
    });
  });

  it('is what happened before the period', async () => {
    const ledger = new WatchedLedger().call('PutBucketPolicy', {}, { management: true }).hour().write(key);
    const since = ledger.trail.now;
    expect(await settled(ledger).verify({ since })).toMatchObject({ outcome: 'allow', findings: [] });
    expect(codesOf(await ledger.verify({ since: since - HOUR }))).toEqual(['cloudtrail/bucket-changed']);
  });
});
