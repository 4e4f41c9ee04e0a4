import { ConfigurationError } from '@proofrail/core/outcomes';

/** Where in which bucket a ledger lies, as its URI says it. */
export interface S3Location {
  readonly bucket: string;
  /** Folder of the ledger inside the bucket: the empty string, or names with a slash after each. */
  readonly prefix: string;
  /** Null: as the SDK finds it (AWS_REGION, the profile). */
  readonly region: string | null;
  /** Account that must own the bucket: sent with every call, so that a bucket of the same name elsewhere is never taken for it (attack 15). */
  readonly owner: string | null;
  /** KMS key that encrypts each object; null: the bucket's default. */
  readonly kmsKey: string | null;
}

const FORM = /^s3:\/\/([^/?#]+)(?:\/([^?#]*))?(?:\?([^#]*))?$/;
const BUCKET = /^(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const FOLDER = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/;
const MAX_PREFIX = 512; // S3 allows 1,024 bytes a key; the ledger's own names take the other half
const PARAMETERS: Readonly<Record<string, RegExp>> = {
  region: /^[a-z]{2,8}(-[a-z]+)+-\d{1,2}$/,
  owner: /^\d{12}$/,
  'kms-key': /^(arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:(key|alias)\/[\w/-]+|alias\/[\w/-]+|[0-9a-f-]{36}|mrk-[0-9a-f]{32})$/,
};

/**
 * `s3://bucket/prefix?region=eu-central-1&owner=123456789012&kms-key=alias/evidence`; everything after the bucket may be left out here, and
 * `owner` only for servers that are not AWS (require-owner.ts).
 *
 * @throws ConfigurationError `ledger/uri`
 */
export function parseS3Uri(uri: string): S3Location {
  const [whole, bucket = '', path = '', query = ''] = FORM.exec(uri) ?? [];
  if (whole === undefined) throw problem(uri, uri);
  if (!BUCKET.test(bucket)) throw problem(uri, `the bucket name ${JSON.stringify(bucket)}`);
  const parameters = new URLSearchParams(query);
  for (const name of parameters.keys()) {
    if (!Object.hasOwn(PARAMETERS, name)) throw problem(uri, `the parameter ${JSON.stringify(name)}`);
    const [value = '', ...others] = parameters.getAll(name);
    if (others.length > 0 || PARAMETERS[name]?.test(value) !== true) throw problem(uri, `${name}=${value}`);
  }
  return {
    bucket,
    prefix: prefixOf(path, uri),
    region: parameters.get('region'),
    owner: parameters.get('owner'),
    kmsKey: parameters.get('kms-key'),
  };
}

function prefixOf(path: string, uri: string): string {
  const folders = path.replace(/\/$/, '');
  if (folders === '') return '';
  if (folders.length > MAX_PREFIX || !folders.split('/').every((folder) => FOLDER.test(folder)))
    throw problem(uri, `the prefix ${JSON.stringify(path)}`);
  return `${folders}/`;
}

const problem = (uri: string, found: string): ConfigurationError =>
  new ConfigurationError('ledger/uri', {
    expected: 's3://BUCKET/PREFIX, and of the parameters region, owner (12 digits) and kms-key each at most once',
    found,
    at: uri.slice(0, 256),
    doThis: 'write it such as s3://example-evidence/ledger?region=eu-central-1&owner=123456789012',
  });
