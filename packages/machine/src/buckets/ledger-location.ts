import { ConfigurationError } from '@proofrail/core/outcomes';

export interface LedgerLocation {
  readonly bucket: string;
  /** The empty string, or names with a slash after each. */
  readonly prefix: string;
  readonly region: string;
}

/**
 * Where at AWS a ledger lies, which a copy of it in a folder does not say.
 *
 * @throws ConfigurationError `ledger/uri`, `ledger/not-a-bucket`, `ledger/region`
 */
export async function ledgerLocation(uri: string, at: string): Promise<LedgerLocation> {
  if (!uri.startsWith('s3:'))
    throw problem(
      'ledger/not-a-bucket',
      'the bucket that the ledger lies in: s3://BUCKET/PREFIX',
      uri,
      at,
      'name it with --ledger-bucket',
    );
  const { parseS3Uri } = await import('@proofrail/store-s3');
  const { bucket, prefix, region } = parseS3Uri(uri);
  if (region === null)
    throw problem(
      'ledger/region',
      'the region of the bucket in its address',
      uri,
      at,
      'write it such as s3://bucket?region=eu-central-1',
    );
  return { bucket, prefix, region };
}

const problem = (code: `ledger/${string}`, expected: string, found: string, at: string, doThis: string): ConfigurationError =>
  new ConfigurationError(code, { expected, found, at, doThis });
