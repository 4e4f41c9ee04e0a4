import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { findAttachments, openAttachments, openErasableAttachments } from '../ledger/open-attachments.ts';
import { openLedger } from '../ledger/open-ledger.ts';

const ACCOUNT = '123456789012';
const environment = { ...process.env };
let server: FakeS3;

beforeAll(async () => {
  server = await startFakeS3({ account: ACCOUNT });
  process.env['AWS_ACCESS_KEY_ID'] = server.credentials.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = server.credentials.secretAccessKey;
  server.state.createBucket('forgetful');
  server.state.createBucket('versioned', { versioning: true });
  server.state.createBucket('locking', { defaultRetention: { mode: 'COMPLIANCE', period: { unit: 'Days', length: 1 } } });
  server.state.createBucket('suspended', { versioning: true }).versioning = 'Suspended';
});
afterAll(async () => {
  process.env = environment;
  await server.close();
});

const uriOf = (bucket: string): string => `s3://${bucket}?region=us-east-1&owner=${ACCOUNT}`;
const options = () => ({ s3Endpoint: server.url, s3PathStyle: true });

describe('a bucket in which whoever overwrites leaves no trace', () => {
  it.each(['forgetful', 'suspended'])('is no ledger, neither to write nor to verify: %s', async (bucket) => {
    await expect(openLedger(uriOf(bucket), options())).rejects.toMatchObject({
      outcome: 'invalid',
      code: 'ledger/no-versions',
      at: uriOf(bucket),
    });
  });

  it.each([
    ['s3://versioned/ledger', 's3://versioned/ledger/'],
    ['s3://versioned/ledger', 's3://versioned/ledger?region=us-east-1'],
    ['file:./ledger', 'file:ledger/'],
  ])('is not the ledger itself under another spelling: %s, %s', async (ledger, place) => {
    for (const open of [openAttachments, findAttachments])
      await expect(open(ledger, place, place.startsWith('s3:') ? options() : {})).rejects.toMatchObject({
        code: 'ledger/attachments',
      });
  });

  it('is none that locks every object: a token carries names. What lies there already is read all the same', async () => {
    await expect(openErasableAttachments(uriOf('versioned'), uriOf('locking'), options())).rejects.toMatchObject({
      code: 'attachments/locked',
      outcome: 'invalid',
      at: uriOf('locking'),
    });
    for (const open of [openAttachments, findAttachments])
      expect((await open(uriOf('versioned'), uriOf('locking'), options()))?.uri).toBe(uriOf('locking'));
  });

  it('is the place for what may have to be erased', async () => {
    const { uri } = await openAttachments(uriOf('versioned'), uriOf('forgetful'), options());
    expect(uri).toBe(uriOf('forgetful'));
  });
});

it('a bucket that keeps versions and locks nothing is a ledger, and does not claim to lock', async () => {
  expect((await openLedger(uriOf('versioned'), options())).assurance).toBe('versioned');
});
