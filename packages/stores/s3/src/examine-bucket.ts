import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  type LifecycleRule,
  type TransitionStorageClass,
} from '@aws-sdk/client-s3';
import { counted } from '@proofrail/core/text';
import { readBucketLock } from './bucket-lock.ts';
import { comparesOwner } from './compares-owner.ts';
import { requireRegion } from './require-region.ts';
import { refusalIn, refusalText } from './s3-answer.ts';
import { connectS3, type S3Connection, type S3Options } from './s3-connection.ts';
import { s3Failure } from './s3-failure.ts';
import { parseS3Uri } from './s3-uri.ts';
import { deniesPlainText } from './tls-only-policy.ts';

/** What the bucket of a ledger has to promise, in this order. */
const BUCKET_PROMISES = [
  'owner',
  'versioning',
  'object-lock',
  'retention',
  'encryption',
  'public-access-block',
  'tls-only',
  'lifecycle',
] as const;
export type BucketPromise = (typeof BUCKET_PROMISES)[number];

export interface ExaminedPromise {
  readonly promise: BucketPromise;
  /** Null: the server or its policy would not say. */
  readonly holds: boolean | null;
  readonly found: string;
  /** Of `retention`: for how many days the bucket locks each object by itself. */
  readonly days?: number;
  /** Null where it holds. */
  readonly doThis: string | null;
}

type Finding = Pick<ExaminedPromise, 'holds' | 'found' | 'days'> & { readonly doThis?: string };

/**
 * Reads what a bucket is set to and writes nothing. `days`: for how long each object must be locked.
 *
 * @throws ConfigurationError `ledger/uri`, `ledger/region`; UnavailableError `store/...` where the bucket itself does not answer
 */
export async function examineBucket(uri: string, days: number, options: S3Options = {}): Promise<ExaminedPromise[]> {
  const location = parseS3Uri(uri);
  const connection = connectS3(location, options);
  try {
    await requireRegion(connection, uri);
    const lock = await readBucketLock(connection); // first: it alone tells a bucket that does not answer
    const found: Readonly<Record<BucketPromise, Finding>> = {
      owner: await owner(location.owner, connection, options),
      versioning: await versioning(connection),
      'object-lock': lockMode(lock),
      retention: retention(lock, days),
      encryption: await encryption(connection),
      'public-access-block': await publicAccess(connection),
      'tls-only': await tlsOnly(connection),
      lifecycle: await lifecycle(connection),
    };
    return BUCKET_PROMISES.map((promise) => {
      const { holds, doThis = holds === null ? ASK : ADVICE[promise] } = found[promise];
      return { promise, ...found[promise], doThis: holds === true ? null : doThis };
    });
  } finally {
    connection.close();
  }
}

const ASK =
  'Ask with a role that may read the settings of the bucket; a server that has no such setting does not keep this promise.';

const ADVICE: Readonly<Record<BucketPromise, string>> = {
  owner:
    'Name the account that owns the bucket, ?owner=123456789012: then a bucket of this name elsewhere is never taken for it.',
  versioning: 'Switch versioning on: without it an object can be overwritten and nothing of it is left.',
  'object-lock': 'Switch Object Lock on with a default retention in COMPLIANCE mode, which nobody can lift.',
  retention: 'Let the default retention last at least as long as the registry keeps evidence.',
  encryption: 'Encrypt by default with a KMS key (SSE-KMS), whose policy lets nobody delete or disable it.',
  'public-access-block': 'Block public access in all four ways.',
  'tls-only': 'Deny everything without TLS to everybody: aws:SecureTransport = false, on the bucket and on its objects.',
  lifecycle:
    'Take away every rule that expires objects or versions, or puts them into an archive: it hides evidence, or nobody can read it, whatever the lock says.',
};

/** At AWS the demand is enough; what another server makes of it, only asking tells. */
async function owner(account: string | null, connection: S3Connection, { endpoint }: S3Options): Promise<Finding> {
  if (account === null) return { holds: false, found: 'the URI names no owner' };
  const compares = endpoint === undefined ? true : await comparesOwner(connection);
  if (compares === true) return { holds: true, found: `every call demands account ${account}` };
  if (compares === false)
    return {
      holds: false,
      found: 'this server answers whatever account is demanded',
      doThis:
        'See by its address and its certificate that it is yours: nothing else keeps a bucket of this name elsewhere apart.',
    };
  return { holds: null, found: compares };
}

type Lock = Awaited<ReturnType<typeof readBucketLock>>;

function lockMode(lock: Lock): Finding {
  if (lock.kind === 'unknown') return { holds: null, found: 'not to be read' };
  if (lock.kind === 'none') return { holds: false, found: 'no default retention' };
  return { holds: lock.mode === 'COMPLIANCE', found: `${lock.mode} by default` };
}

function retention(lock: Lock, days: number): Finding {
  if (lock.kind === 'unknown') return { holds: null, found: 'not to be read' };
  const given = lock.kind === 'none' ? 0 : lock.days;
  return {
    holds: given >= days,
    found: `${counted(given, 'day')}, and ${days} ${days === 1 ? 'is' : 'are'} asked for`,
    days: given,
  };
}

const versioning = ({ patient, target }: S3Connection): Promise<Finding> =>
  asked({ target }, async () => {
    const { Status: status = 'never switched on' } = await patient.send(new GetBucketVersioningCommand({ ...target }));
    return { holds: status === 'Enabled', found: status };
  });

const encryption = ({ patient, target }: S3Connection): Promise<Finding> =>
  asked({ target, absent: /^ServerSideEncryptionConfigurationNotFound/ }, async () => {
    const answer = await patient.send(new GetBucketEncryptionCommand({ ...target }));
    const [rule] = answer.ServerSideEncryptionConfiguration?.Rules ?? [];
    const { SSEAlgorithm: algorithm = 'none', KMSMasterKeyID: key } = rule?.ApplyServerSideEncryptionByDefault ?? {};
    return { holds: algorithm.startsWith('aws:kms'), found: key === undefined ? algorithm : `${algorithm} with ${key}` };
  });

const publicAccess = ({ patient, target }: S3Connection): Promise<Finding> =>
  asked({ target, absent: /^NoSuchPublicAccessBlock/ }, async () => {
    const { PublicAccessBlockConfiguration: block = {} } = await patient.send(new GetPublicAccessBlockCommand({ ...target }));
    const { BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets } = block;
    const ways = { BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets };
    const open = Object.entries(ways).filter(([, blocked]) => blocked !== true);
    return { holds: open.length === 0, found: open.length === 0 ? 'all four' : `without ${open.map(([way]) => way).join(', ')}` };
  });

const tlsOnly = ({ patient, target }: S3Connection): Promise<Finding> =>
  asked({ target, absent: /^NoSuchBucketPolicy/ }, async () => {
    const { Policy: policy = '{}' } = await patient.send(new GetBucketPolicyCommand({ ...target }));
    const denied = deniesPlainText(policy, target.Bucket);
    return {
      holds: denied,
      found: denied ? 'denied to everybody without TLS' : 'a policy that does not deny it as understood here',
    };
  });

const lifecycle = ({ patient, target }: S3Connection): Promise<Finding> =>
  asked({ target, absent: /^NoSuchLifecycleConfiguration/, whereAbsent: { holds: true, found: 'no rules' } }, async () => {
    const { Rules: rules = [] } = await patient.send(new GetBucketLifecycleConfigurationCommand({ ...target }));
    const taking = rules.filter((rule) => rule.Status === 'Enabled' && takesAway(rule)).length;
    return {
      holds: taking === 0,
      found: `${taking} of ${counted(rules.length, 'rule')} ${taking === 1 ? 'expires' : 'expire'} something, or ${taking === 1 ? 'puts' : 'put'} it into an archive`,
    };
  });

/** From these nothing is read before it was restored. */
const ARCHIVES: readonly (TransitionStorageClass | undefined)[] = ['GLACIER', 'DEEP_ARCHIVE'];

const takesAway = (rule: LifecycleRule): boolean =>
  rule.Expiration !== undefined ||
  rule.NoncurrentVersionExpiration !== undefined ||
  [...(rule.Transitions ?? []), ...(rule.NoncurrentVersionTransitions ?? [])].some((to) => ARCHIVES.includes(to.StorageClass));

interface Question {
  readonly target: S3Connection['target'];
  /** The code by which S3 says that there is no such setting. */
  readonly absent?: RegExp;
  readonly whereAbsent?: Finding;
}

async function asked({ target, absent, whereAbsent }: Question, ask: () => Promise<Finding>): Promise<Finding> {
  try {
    return await ask();
  } catch (cause) {
    const refusal = refusalIn(cause);
    if (absent?.test(refusal.code) === true) return whereAbsent ?? { holds: false, found: 'not set' };
    if (refusal.status === null || refusal.code === 'NoSuchBucket') throw s3Failure(cause, target.Bucket, 's3:GetBucket*');
    return { holds: null, found: refusalText(refusal) };
  }
}
