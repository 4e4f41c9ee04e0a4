import { ConfigurationError } from '@proofrail/core/outcomes';

const ARN = /^arn:[a-z][a-z-]{0,30}:iam:[a-z0-9-]*:\d{0,12}:role\/[\w+=,.@/-]{1,576}$/; // MinIO's have neither region nor account

/** @throws ConfigurationError `role/not-an-arn` */
export function requireRoleArn(arn: string): void {
  if (ARN.test(arn)) return;
  throw new ConfigurationError('role/not-an-arn', {
    expected: 'the ARN of a role',
    found: arn,
    at: 'role-to-assume',
    doThis: 'Write it such as arn:aws:iam::123456789012:role/writer.',
  });
}
