import { ConfigurationError } from '@proofrail/core/outcomes';

/** Which key of KMS signs, as its URI says it. */
export interface KmsKeyName {
  readonly arn: string;
  readonly region: string;
  /** A server other than the region's own, such as an interface endpoint of a VPC; null: AWS, in the region of the ARN. */
  readonly endpoint: string | null;
}

const FORM = /^awskms:\/\/([A-Za-z0-9.:[\]-]*)\/(arn:aws(?:-[a-z]+)*:kms:([a-z0-9-]+):\d{12}:(key|alias)\/[\w/-]+)$/;
const KEY = /:key\/([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;
const LOOPBACK = /^(127\.0\.0\.1|\[::1\]|localhost)(:\d+)?$/;

/**
 * `awskms:///arn:aws:kms:REGION:ACCOUNT:key/ID`, the form of sigstore; a server between the slashes is the only way to another one.
 *
 * By ARN of the key alone. Where an alias points is changed by one call of UpdateAlias, so a workflow that names one would say today what
 * another key signed tomorrow, and an auditor who reads it could not tell which; the ARN holds region, account and the one key.
 *
 * @throws ConfigurationError `key/kms-uri`
 */
export function parseKmsUri(uri: string, at: string): KmsKeyName {
  const [, server = '', arn = '', region = '', kind] = FORM.exec(uri) ?? [];
  if (kind === 'alias') throw problem('an alias, which can be pointed at another key', at);
  if (!KEY.test(arn)) throw problem('something else', at);
  return { arn, region, endpoint: server === '' ? null : endpointOf(server, at) };
}

/** TLS to everything but this machine. */
function endpointOf(server: string, at: string): string {
  const url = `${LOOPBACK.test(server) ? 'http' : 'https'}://${server}`;
  if (URL.canParse(url)) return new URL(url).origin;
  throw problem('a server whose name cannot be read', at);
}

const problem = (found: string, at: string): ConfigurationError =>
  new ConfigurationError('key/kms-uri', {
    expected: 'awskms:/// and the ARN of one key',
    found,
    at,
    doThis:
      'write it such as awskms:///arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab; "aws kms describe-key --key-id alias/NAME" prints the ARN behind an alias',
  });
