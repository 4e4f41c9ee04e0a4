import {
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  type BucketLocationConstraint,
} from '@aws-sdk/client-s3';
import { ConfigurationError, UnavailableError } from '@proofrail/core/outcomes';
import { counted } from '@proofrail/core/text';
import { refusalIn, refusalText } from './s3-answer.ts';
import { requireRegion } from './require-region.ts';
import { connectS3, type S3Options } from './s3-connection.ts';
import { s3Failure } from './s3-failure.ts';
import { parseS3Uri } from './s3-uri.ts';
import { tlsOnlyPolicy } from './tls-only-policy.ts';

/** One thing that making a bucket consists of, in this order. */
export type BucketStep = 'bucket' | 'object-lock' | 'public-access-block' | 'encryption' | 'tls-only';

export interface StepTaken {
  readonly step: BucketStep;
  /** `skipped`: it makes no sense here, and `said` tells why. */
  readonly result: 'done' | 'refused' | 'skipped';
  readonly said: string;
}

const LOCKING = 's3:PutBucketObjectLockConfiguration';
const DEFAULT_REGION = 'us-east-1'; // the one region that must not be named when a bucket is made

/**
 * Makes the bucket of a ledger: versions, Object Lock with a COMPLIANCE default of `days`, nothing public, TLS only. A lock default that
 * is refused ends it, because without one there is no ledger; what else is refused is said.
 *
 * @throws ConfigurationError `ledger/bucket-exists`; UnavailableError `store/...`
 */
export async function makeBucket(uri: string, days: number, options: S3Options = {}): Promise<StepTaken[]> {
  const location = parseS3Uri(uri);
  const connection = connectS3(location, options);
  const { once, target } = connection;
  const { Bucket } = target;
  try {
    await create();
    await lock();
    return [
      { step: 'bucket', result: 'done', said: `${Bucket}, which keeps versions` },
      { step: 'object-lock', result: 'done', said: `COMPLIANCE, ${counted(days, 'day')} for each new object` },
      await tried('public-access-block', 'nothing in it can be made public', () => once.send(blockPublicAccess())),
      await encryption(),
      await tlsOnly(),
    ];
  } finally {
    connection.close();
  }

  async function create(): Promise<void> {
    const region = await requireRegion(connection, uri);
    const place =
      region === DEFAULT_REGION || options.endpoint !== undefined
        ? {}
        : { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } };
    if (await isThere()) throw exists(Bucket);
    try {
      await once.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true, ...place }));
    } catch (cause) {
      if (/^BucketAlready/.test(refusalIn(cause).code)) throw exists(Bucket);
      throw s3Failure(cause, Bucket, 's3:CreateBucket');
    }
  }

  /** In us-east-1 making one's own bucket again is answered with 200, as if it were new (API reference, CreateBucket). */
  function isThere(): Promise<boolean> {
    return once.send(new HeadBucketCommand({ ...target })).then(
      () => true,
      (cause: unknown) => {
        // Ours, where the address names another owner: made again it would look new, and be called a bucket that locks nothing.
        if (refusalIn(cause).status === 403) throw s3Failure(cause, Bucket, 's3:ListBucket');
        return false; // absent: the create says the rest
      },
    );
  }

  async function lock(): Promise<void> {
    const rule = { DefaultRetention: { Mode: 'COMPLIANCE' as const, Days: days } };
    const configuration = { ObjectLockEnabled: 'Enabled' as const, Rule: rule };
    try {
      await once.send(new PutObjectLockConfigurationCommand({ ...target, ObjectLockConfiguration: configuration }));
    } catch (cause) {
      throw withoutLock(s3Failure(cause, Bucket, LOCKING), Bucket);
    }
  }

  function blockPublicAccess(): PutPublicAccessBlockCommand {
    const all = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };
    return new PutPublicAccessBlockCommand({ ...target, PublicAccessBlockConfiguration: all });
  }

  async function encryption(): Promise<StepTaken> {
    if (location.kmsKey === null) return { step: 'encryption', result: 'skipped', said: 'the URI names no kms-key' };
    const byDefault = { SSEAlgorithm: 'aws:kms' as const, KMSMasterKeyID: location.kmsKey };
    const rules = { Rules: [{ ApplyServerSideEncryptionByDefault: byDefault }] };
    return tried('encryption', `SSE-KMS with ${location.kmsKey}`, () =>
      once.send(new PutBucketEncryptionCommand({ ...target, ServerSideEncryptionConfiguration: rules })),
    );
  }

  async function tlsOnly(): Promise<StepTaken> {
    if (options.endpoint?.url.startsWith('http:') === true)
      return { step: 'tls-only', result: 'skipped', said: 'this server is spoken to without TLS' };
    return tried('tls-only', 'everything without TLS is denied', () =>
      once.send(new PutBucketPolicyCommand({ ...target, Policy: tlsOnlyPolicy(Bucket) })),
    );
  }
}

async function tried(step: BucketStep, said: string, call: () => Promise<unknown>): Promise<StepTaken> {
  try {
    await call();
    return { step, result: 'done', said };
  } catch (cause) {
    return { step, result: 'refused', said: refusalText(refusalIn(cause)) };
  }
}

/** The name is taken from now on, and the next attempt would only say so. */
const withoutLock = ({ code, expected, found, at, cause }: UnavailableError, bucket: string): UnavailableError =>
  new UnavailableError(code, {
    expected,
    found,
    at,
    doThis: `The bucket is made, and locks nothing. Delete it while it is empty (aws s3api delete-bucket --bucket ${bucket}), see that the role may call ${LOCKING} there and that owner= is its account, and run this again.`,
    cause,
  });

const exists = (bucket: string): ConfigurationError =>
  new ConfigurationError('ledger/bucket-exists', {
    expected: 'a name that no bucket has yet: Object Lock belongs to a bucket from its first object on',
    found: bucket,
    at: '--ledger',
    doThis: 'Choose another name; "proofrail ledger doctor" says whether this bucket would do.',
  });
