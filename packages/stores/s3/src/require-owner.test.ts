import { describe, expect, it } from '@jest/globals';
import { S3Identities } from './s3-identities.ts';
import { S3LockKeeper } from './s3-lock-keeper.ts';
import { S3Store } from './s3-store.ts';
import { S3Trail } from './s3-trail.ts';

describe('a bucket at AWS', () => {
  it.each([
    ['as a ledger', S3Store],
    ["as a place of people's keys", S3Identities],
    ['to lengthen its locks', S3LockKeeper],
    ['as that of a trail', S3Trail],
  ])('is not opened %s without the account that must own it, so that every call demands it', async (_, store) => {
    await expect(store.open('s3://evidence?region=eu-central-1')).rejects.toMatchObject({
      outcome: 'invalid',
      code: 'ledger/owner',
      found: 'nobody for the bucket evidence',
    });
  });
});
