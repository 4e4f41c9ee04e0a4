import { ConfigurationError } from '@proofrail/core/outcomes';
import type { S3Connection } from './s3-connection.ts';

/** @throws ConfigurationError `ledger/region`: the SDK would say so at the first call, as an error like any other */
export async function requireRegion({ patient }: S3Connection, uri: string): Promise<string> {
  try {
    return await patient.config.region();
  } catch (cause) {
    throw new ConfigurationError('ledger/region', {
      expected: 'the region of the bucket',
      found: 'nobody who says it',
      at: uri,
      doThis: 'add it to the URI, such as ?region=eu-central-1, or set AWS_REGION',
      cause,
    });
  }
}
