import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { openAttachments } from '../ledger/open-attachments.ts';
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

  it('is the place for what may have to be erased', async () => {
    const { uri } = await openAttachments(uriOf('versioned'), uriOf('forgetful'), options());
    expect(uri).toBe(uriOf('forgetful'));
  });
});

it('a bucket that keeps versions and locks nothing is a ledger, and does not claim to lock', async () => {
  expect((await openLedger(uriOf('versioned'), options())).assurance).toBe('versioned');
});
