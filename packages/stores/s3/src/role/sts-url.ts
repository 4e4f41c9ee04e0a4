import { ConfigurationError } from '@proofrail/core/outcomes';

/** Host names of AWS's services end otherwise in each partition (endpoint rules of the AWS SDK, `partitions`). */
const PARTITIONS: Readonly<Record<string, { readonly suffix: string; readonly regions: RegExp }>> = {
  aws: { suffix: 'amazonaws.com', regions: /^(?!us-gov-|us-iso)(us|eu|ap|sa|ca|me|af|il|mx)-/ },
  'aws-cn': { suffix: 'amazonaws.com.cn', regions: /^cn-/ },
  'aws-us-gov': { suffix: 'amazonaws.com', regions: /^us-gov-/ },
  'aws-eusc': { suffix: 'amazonaws.eu', regions: /^eusc-/ },
};

/**
 * Where a role of AWS is asked for: the service in the region of the bucket, for the global one lies in another country for most.
 *
 * @throws ConfigurationError `role/partition`
 */
export function stsUrl(arn: string, region: string): string {
  const [, partition = ''] = arn.split(':');
  const { suffix, regions } = PARTITIONS[partition] ?? {};
  if (suffix !== undefined && regions?.test(region) === true) return `https://sts.${region}.${suffix}`;
  throw new ConfigurationError('role/partition', {
    expected: `a role and a bucket in the same one of ${Object.keys(PARTITIONS).join(', ')}`,
    found: `a role in ${partition}, a bucket in ${region}`,
    at: 'role-to-assume',
    doThis: 'Name a role of the account that owns the bucket; one of a server that is not AWS needs "s3-endpoint".',
  });
}
