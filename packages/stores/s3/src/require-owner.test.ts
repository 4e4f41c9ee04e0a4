import { describe, expect, it } from '@jest/globals';
import { S3Identities } from './s3-identities.ts';
import { S3Store } from './s3-store.ts';

describe('a bucket at AWS', () => {
  it.each([
    ['as a ledger', S3Store],
    ["as a place of people's keys", S3Identities],
  ])('is not opened %s without the account that must own it, so that every call demands it', async (_, store) => {
    await expect(store.open('s3://evidence?region=eu-central-1')).rejects.toMatchObject({
      outcome: 'invalid',
      code: 'ledger/owner',
      found: 'nobody for the bucket evidence',
    });
  });
});
