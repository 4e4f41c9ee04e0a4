import { inputFailure } from './input-failure.ts';
import type { ReadInput } from './read-input.ts';

export interface BucketAccessInput {
  /** null: the credentials that the environment holds. */
  readonly role: { readonly arn: string; readonly audience: string } | null;
  /** null: AWS. */
  readonly s3Endpoint: string | null;
}

const ROLE = /^arn:[a-z][a-z-]{0,30}:iam:[a-z0-9-]*:\d{0,12}:role\/[\w+=,.@/-]{1,576}$/;
const AUDIENCE = /^[A-Za-z0-9][\w:.\/-]{0,254}$/;
/**
 * Other steps of a job ask for tokens with AWS's public audience and hand them on; receipts keep their tokens for years. No role of the
 * ledger may open to either.
 */
const NOT_PRIVATE = /^(https:\/\/)?sts\.|^proofrail:v1:/;

/** @throws ConfigurationError `input/not-a-role`, `input/not-a-private-audience` */
export function bucketAccessInput(read: ReadInput): BucketAccessInput {
  const arn = read('role-to-assume');
  const audience = audienceOf(read);
  return { role: arn === '' ? null : { arn: roleArn(arn), audience }, s3Endpoint: read('s3-endpoint') || null };
}

function roleArn(value: string): string {
  if (ROLE.test(value)) return value;
  throw inputFailure(
    'input/not-a-role',
    'role-to-assume',
    'the ARN of a role, such as arn:aws:iam::123456789012:role/writer',
    value,
  );
}

function audienceOf(read: ReadInput): string {
  const value = read('role-audience');
  if (AUDIENCE.test(value) && !NOT_PRIVATE.test(value)) return value;
  throw inputFailure(
    'input/not-a-private-audience',
    'role-audience',
    "an audience of the ledger's own, such as proofrail:ledger",
    value === '' ? 'nothing' : value,
  );
}
