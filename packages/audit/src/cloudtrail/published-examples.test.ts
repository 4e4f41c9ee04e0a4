import { describe, expect, it } from '@jest/globals';
import { parsePublicKeys } from './public-keys.ts';
import { parseTrailDigest } from './trail-digest.ts';
import { parseTrailLog } from './trail-event.ts';
import { parseTrailKey } from './trail-key.ts';

// What AWS itself shows of its formats: docs.aws.amazon.com/awscloudtrail/latest/userguide, "CloudTrail digest file structure" and "Custom
// implementations of CloudTrail log file integrity validation"; docs.aws.amazon.com/kms/latest/developerguide, "ScheduleKeyDeletion".

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const DIGEST_KEY =
  'AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2015/08/17/111122223333_CloudTrail-Digest_us-east-2_your-trail-name_us-east-2_20150817T150131Z.json.gz';
const LOG_KEY =
  'AWSLogs/111122223333/CloudTrail/us-east-2/2015/08/17/111122223333_CloudTrail_us-east-2_20150817T1445Z_9nYN7gp2eWAJHIfT.json.gz';
const DIGEST = {
  awsAccountId: '111122223333',
  digestStartTime: '2015-08-17T14:01:31Z',
  digestEndTime: '2015-08-17T15:01:31Z',
  digestS3Bucket: 'S3-bucket-name',
  digestS3Object: DIGEST_KEY,
  digestPublicKeyFingerprint: '31e8b5433410dfb61a9dc45cc65b22ff',
  digestSignatureAlgorithm: 'SHA256withRSA',
  newestEventTime: '2015-08-17T14:52:27Z',
  oldestEventTime: '2015-08-17T14:42:27Z',
  previousDigestS3Bucket: 'S3-bucket-name',
  previousDigestS3Object: DIGEST_KEY.replace('150131Z', '140131Z'),
  previousDigestHashValue: '97fb791cf91ffc440d274f8190dbdd9aa09c34432aba82739df18b6d3c13df2d',
  previousDigestHashAlgorithm: 'SHA-256',
  previousDigestSignature:
    '50887ccffad4c002b97caa37cc9dc626e3c680207d41d27fa5835458e066e0d3652fc4dfc30937e4d5f4cc7f796e7a258fb50a43ac427f2237f6e505d4efaf373d156e15e3b68dea9f58111d395b62628d6bd367a9024d2183b5c5f6e19466d3a996b92df705bc997b8a0e13430f241d733cf95df4e41bb6c304c3f58363043572ea57a27085639ce187e679c0d81c7519b1184fa77fb7ab0b0e40a32dace6e1eefc3995c5ae182da49b62b26398cebb52a2201a6387b75b89c83e5570bcb9bba6c34a80f2f00a1c6ebe07d1ff149eccd812dc805bb3eeff6657db32a6cb48d2d096404eb76181877bc6ebb8cd0b23f823200155b2fd8848d428e46e8456328a',
  logFiles: [
    {
      s3Bucket: 'S3-bucket-name',
      s3Object: LOG_KEY,
      hashValue: '9bb6196fc6b84d6f075a56548feca262bd99ba3c2de41b618e5b6e22c1fc71f6',
      hashAlgorithm: 'SHA-256',
      newestEventTime: '2015-08-17T14:52:27Z',
      oldestEventTime: '2015-08-17T14:42:27Z',
    },
  ],
};

const KEYS = {
  publicKeyList: [
    {
      ValidityStartTime: '1436317441.0',
      ValidityEndTime: '1438909441.0',
      Value:
        'MIIBCgKCAQEAn11L2YZ9h7onug2ILi1MWyHiMRsTQjfWE+pHVRLk1QjfWhirG+lpOa8NrwQ/r7Ah5bNL6HepznOU9XTDSfmmnP97mqyc7z/upfZdS/AHhYcGaz7n6Wc/RRBU6VmiPCrAUojuSk6/GjvA8iOPFsYDuBtviXarvuLPlrT9kAd4Lb+rFfR5peEgBEkhlzc5HuWO7S0y+KunqxX6jQBnXGMtxmPBPP0FylgWGNdFtks/4YSKcgqwH0YDcawP9GGGDAeCIqPWIXDLG1jOjRRzWfCmD0iJUkz8vTsn4hq/5ZxRFE7UBAUiVcGbdnDdvVfhF9C3dQiDq3k7adQIziLT0cShgQIDAQAB',
      Fingerprint: '8eba5db5bea9b640d1c96a77256fe7f2',
    },
    {
      ValidityStartTime: '1434589370.0',
      ValidityEndTime: '1437181370.0',
      Value:
        'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqlzPJbvZJ42UdcmLfPUqXYNfOs6I8lCfao/tOs8CmzPOEdtLWugB9xoIUz78qVHdKIqxbaG4jWHfJBiOSSFBM0lt8cdVo4TnRa7oG9io5pysS6DJhBBAeXsicufsiFJR+wrUNh8RSLxL4k6G1+BhLX20tJkZ/erT97tDGBujAelqseGg3vPZbTx9SMfOLN65PdLFudLP7Gat0Z9p5jw/rjpclKfo9Bfc3heeBxWGKwBBOKnFAaN9V57pOaosCvPKmHd9bg7jsQkI9Xp22IzGLsTFJZYVA3KiTAElDMu80iFXPHEq9hKNbt9e4URFam+1utKVEiLkR2disdCmPTK0VQIDAQAB',
      Fingerprint: '31e8b5433410dfb61a9dc45cc65b22ff',
    },
  ],
};

const EVENT = {
  eventVersion: '1.08',
  userIdentity: { type: 'IAMUser', principalId: 'EX_PRINCIPAL_ID', arn: 'arn:aws:iam::111122223333:user/Alice' },
  eventTime: '2021-03-23T18:58:30Z',
  eventSource: 'kms.amazonaws.com',
  eventName: 'ScheduleKeyDeletion',
  awsRegion: 'us-east-1',
  sourceIPAddress: '192.0.2.0',
  userAgent: 'AWS Internal',
  requestParameters: { pendingWindowInDays: 20, keyId: '1234abcd-12ab-34cd-56ef-1234567890ab' },
  responseElements: {
    keyId: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    keyState: 'PendingDeletion',
    deletionDate: 'Apr 12, 2021 18:58:30 PM',
  },
  requestID: 'ee408f36-ea01-422b-ac14-b0f147c68334',
  eventID: '3c4226b0-1e81-48a8-a333-7fa5f3cbd118',
  readOnly: false,
  resources: [
    {
      accountId: '111122223333',
      type: 'AWS::KMS::Key',
      ARN: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    },
  ],
  eventType: 'AwsApiCall',
  recipientAccountId: '111122223333',
};

describe('the examples that AWS publishes', () => {
  it('of a digest is read whole', () => {
    expect(parseTrailDigest(bytes(DIGEST), 'example')).toMatchObject({
      account: '111122223333',
      start: Date.UTC(2015, 7, 17, 14, 1, 31),
      previous: { key: DIGEST.previousDigestS3Object },
      logs: [{ key: LOG_KEY }],
      signed: { end: '2015-08-17T15:01:31Z' },
    });
  });

  it('of a starting digest and of an hour without events are read', () => {
    const none = Object.fromEntries(Object.keys(DIGEST).flatMap((name) => (name.startsWith('previous') ? [[name, null]] : [])));
    const start = { ...DIGEST, ...none, newestEventTime: null, oldestEventTime: null, logFiles: [] };
    expect(parseTrailDigest(bytes(start), 'example')).toMatchObject({
      previous: null,
      logs: [],
      signed: { previousSignature: 'null' },
    });
  });

  it('of names are read', () => {
    expect(parseTrailKey(DIGEST_KEY, '')).toMatchObject({ trail: 'your-trail-name', home: 'us-east-2', backfill: false });
    expect(parseTrailKey(DIGEST_KEY.replace('.json', '_backfill.json'), '')).toMatchObject({ backfill: true });
    expect(parseTrailKey(LOG_KEY, '')).toMatchObject({ kind: 'log', time: Date.UTC(2015, 7, 17, 14, 45) });
    expect(parseTrailKey(`logs/${LOG_KEY.replace('AWSLogs/', 'AWSLogs/o-exampleorgid/')}`, 'logs/')).toMatchObject({
      kind: 'log',
    });
  });

  it('of public keys are read in both encodings that the page shows', () => {
    expect(parsePublicKeys(bytes(KEYS), 'keys.json').map(({ fingerprint, validFrom }) => [fingerprint, validFrom])).toEqual([
      ['8eba5db5bea9b640d1c96a77256fe7f2', 1_436_317_441_000],
      ['31e8b5433410dfb61a9dc45cc65b22ff', 1_434_589_370_000],
    ]);
  });

  it('of a management event is read', () => {
    expect(parseTrailLog(bytes({ Records: [EVENT] }), 'example')).toMatchObject([
      { name: 'ScheduleKeyDeletion', by: 'arn:aws:iam::111122223333:user/Alice', readOnly: false, error: null, ofObjects: false },
    ]);
  });
});

describe('what is no such thing', () => {
  it.each(Object.keys(DIGEST).filter((name) => !/^(newest|oldest)/.test(name)))('a digest without %s', (name) => {
    const without = Object.fromEntries(Object.entries(DIGEST).filter(([each]) => each !== name));
    expect(parseTrailDigest(bytes(without), 'example')).toBeNull();
  });

  it.each([
    DIGEST_KEY.replace('/us-east-2/', '/us-east-1/'),
    DIGEST_KEY.replace('/08/17/', '/08/18/'),
    DIGEST_KEY.replace('150131Z', '250131Z'),
    DIGEST_KEY.replace('AWSLogs/', '../AWSLogs/'),
    LOG_KEY.replace('111122223333_', '444455556666_'),
    LOG_KEY.replace('CloudTrail/', 'CloudTrail-Insight/'),
  ])('the name %s', (name) => expect(parseTrailKey(name, '')).toBeNull());

  it.each([
    ['without records', {}],
    ['with a record that says nothing', { Records: [{}] }],
    ['with a time that is none', { Records: [{ ...EVENT, eventTime: 'then' }] }],
    ['that is a list', []],
  ])('a log %s', (_, log) => {
    expect(parseTrailLog(bytes(log), 'example')).toBeNull();
  });

  it.each([
    ['that is none', {}],
    ['that is empty', { PublicKeyList: [] }],
    ['with a key that is none', { PublicKeyList: [{ ...KEYS.publicKeyList[0], Value: 'AAAA' }] }],
    ['with a time that is none', { PublicKeyList: [{ ...KEYS.publicKeyList[0], ValidityEndTime: 'never' }] }],
  ])('a list of keys %s', (_, list) => {
    expect(() => parsePublicKeys(bytes(list), 'keys.json')).toThrow('cloudtrail/public-keys');
  });
});
