import { expect, it } from '@jest/globals';
import { decide, NOTHING_ALLOWS, readPolicy, type Denial, type Requester } from '@proofrail/testkit';
import { shippedPolicy } from './shipped-policy.ts';

const TRAIL = 'arn:aws:cloudtrail:us-east-1:123456789012:trail/example';
const role = (name: string): string => `arn:aws:iam::123456789012:role/proofrail/example-${name}`;
const policy = readPolicy(
  shippedPolicy('buckets/trail', {
    bucket: 'example-trail',
    account: '123456789012',
    trail: TRAIL,
    auditor_role: role('auditor'),
    verifier_role: role('verifier'),
  }),
);
const CLOUDTRAIL: Requester = { kind: 'Service', name: 'cloudtrail.amazonaws.com' };
const FULL = { 's3:x-amz-acl': 'bucket-owner-full-control' };

/** `own`: what the sender's account allows it. */
function denial(
  principal: Requester,
  action: string,
  key: string,
  conditions: Readonly<Record<string, string>>,
  own: 'all' | 'none',
): Denial {
  const question = {
    action,
    resource: `arn:aws:s3:::example-trail${key}`,
    principal,
    conditions: new Map(Object.entries({ 'aws:securetransport': 'true', ...conditions })),
  };
  return decide({ identity: own === 'all' ? undefined : [], resource: policy, identityIsEnough: true }, question);
}

it('takes log files from the one trail, and says whose bucket it is', () => {
  const from = { 'aws:sourcearn': TRAIL };
  expect(denial(CLOUDTRAIL, 's3:GetBucketAcl', '', from, 'none')).toBeNull();
  expect(denial(CLOUDTRAIL, 's3:PutObject', '/AWSLogs/123456789012/CloudTrail/x', { ...from, ...FULL }, 'none')).toBeNull();
});

it.each([
  ['a trail of another account', { 'aws:sourcearn': TRAIL.replace('123456789012', '999999999999'), ...FULL }, '/AWSLogs/123456789012/x', 'NobodyElseWrites'],
  ['nobody’s trail', FULL, '/AWSLogs/123456789012/x', 'NobodyElseWrites'],
  ['the trail, for another account', { 'aws:sourcearn': TRAIL, ...FULL }, '/AWSLogs/999999999999/x', NOTHING_ALLOWS],
])('takes nothing from %s', (_, conditions, key, by) => {
  expect(denial(CLOUDTRAIL, 's3:PutObject', key, conditions, 'none')).toBe(by);
}); // prettier-ignore

const ADMINISTRATOR = { arn: 'arn:aws:iam::210987654321:role/administrator', account: '210987654321' };

it.each([
  ['writes into it', 's3:PutObject', '/AWSLogs/123456789012/x', 'NobodyElseWrites'],
  ['hides anything', 's3:DeleteObject', '/AWSLogs/123456789012/x', 'NothingGoes'],
  ['deletes anything', 's3:DeleteObjectVersion', '/AWSLogs/123456789012/x', 'NothingGoes'],
  ['copies back-dated files into it', 's3:ReplicateObject', '/AWSLogs/123456789012/x', 'NothingGoes'],
  ['brings markers from elsewhere', 's3:ReplicateDelete', '/AWSLogs/123456789012/x', 'NothingGoes'],
  ['lets it expire', 's3:PutLifecycleConfiguration', '', 'ConfigurationStays'],
  ['takes its lock away', 's3:PutBucketObjectLockConfiguration', '', 'ConfigurationStays'],
])('no administrator of the second account %s', (_, action, key, by) => {
  expect(denial(ADMINISTRATOR, action, key, {}, 'all')).toBe(by);
});

it('is read by auditor and verifier of the first account, and not by who writes evidence', () => {
  const may = (name: string) => denial({ arn: role(name), account: '123456789012' }, 's3:GetObject', '/AWSLogs/x', {}, 'none');
  expect(['auditor', 'verifier', 'x-writer', 'infrastructure'].map(may)).toEqual([null, null, NOTHING_ALLOWS, NOTHING_ALLOWS]);
});

it('answers what "proofrail cloudtrail verify" asks in it: the versions that lie there, and each file with its metadata', () => {
  const ask = (action: string, key: string) => denial({ arn: role('auditor'), account: '123456789012' }, action, key, {}, 'none');
  expect([ask('s3:ListBucketVersions', ''), ask('s3:GetObject', '/AWSLogs/123456789012/CloudTrail-Digest/x')]).toEqual([
    null,
    null,
  ]);
});
