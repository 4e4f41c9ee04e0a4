import { shippedPolicy } from '../../../../../test/infra/shipped-policy.ts';

const role = (name: string): string => `arn:aws:iam::123456789012:role/proofrail/example-${name}`;

/** The deny set as infra/ ships it, over one bucket. Nothing in it allows anything. */
export const denySet = (bucket: string, kmsKey: string): string =>
  shippedPolicy('buckets/evidence', {
    bucket,
    kms_key: kmsKey,
    infrastructure_role: role('infrastructure'),
    keeper_role: role('keeper'),
    sealer_role: role('sealer'),
    most_retention_days: '5475',
  });

/** What a writer of one stream may do in the bucket of the ledger, as infra/ ships it. */
export const writerRole = (bucket: string, stream: string, kmsKey: string): string =>
  shippedPolicy('roles/write-ledger', { bucket, stream, kms_key: kmsKey, region: 'us-east-1' });
