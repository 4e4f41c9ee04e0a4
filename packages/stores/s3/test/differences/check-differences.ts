import { beforeAll, expect, it } from '@jest/globals';
import { S3Client } from '@aws-sdk/client-s3';
import { makeBucket } from '../../src/index.ts';
import type { S3Server } from '../../../../../test/s3/s3-servers.ts';
import type { Difference } from './difference.ts';

/** Holds a server to its list: a difference that goes away is reported like one that comes. */
export function checkDifferences(name: string, server: () => S3Server, differences: readonly Difference[]): void {
  const Bucket = 'differences';
  let client: S3Client;
  beforeAll(async () => {
    const { url, credentials } = server();
    await makeBucket(`s3://${Bucket}?region=us-east-1`, 1, { endpoint: { url, pathStyle: true }, credentials });
    client = new S3Client({ endpoint: url, forcePathStyle: true, credentials, region: 'us-east-1', maxAttempts: 1 });
  });

  it.each(differences)('$what: AWS $aws, here $here', async ({ what, aws, here, seen }) => {
    const found = await seen(client, Bucket);
    if (found === aws)
      throw new Error(`${what}: ${name} now does as AWS does. Take it off the list, and what was built round it with it.`);
    expect(found).toBe(here);
  });
}
