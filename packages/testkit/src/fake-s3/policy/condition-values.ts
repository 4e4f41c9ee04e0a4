import type { S3ConditionKey } from '../../iam/condition-keys.ts';
import type { ConditionValues } from '../../iam/evaluate-policy.ts';
import type { S3Request } from '../server/s3-request.ts';
import type { S3State } from '../state/s3-state.ts';

type Reader = (request: S3Request, state: S3State) => string | undefined;

const header =
  (name: string): Reader =>
  ({ headers }) =>
    headers[name];
const query =
  (name: string): Reader =>
  (request) =>
    request.query.get(name);

const DAY = 86_400_000;

/** Every key that a policy may name is read from the request, or said to be never there: the compiler asks for each. */
const READERS: Readonly<Record<S3ConditionKey, Reader>> = {
  's3:if-none-match': header('if-none-match'),
  's3:if-match': header('if-match'),
  's3:objectcreationoperation': ({ operation }) => CREATIONS.get(operation),
  's3:authtype': ({ authType }) => authType,
  's3:signatureversion': () => 'AWS4-HMAC-SHA256',
  's3:x-amz-copy-source': header('x-amz-copy-source'),
  's3:x-amz-content-sha256': header('x-amz-content-sha256'),
  's3:x-amz-storage-class': header('x-amz-storage-class'),
  's3:x-amz-server-side-encryption': header('x-amz-server-side-encryption'),
  's3:x-amz-server-side-encryption-aws-kms-key-id': header('x-amz-server-side-encryption-aws-kms-key-id'),
  's3:x-amz-server-side-encryption-customer-algorithm': header('x-amz-server-side-encryption-customer-algorithm'),
  's3:object-lock-mode': ({ wantedLock }) => wantedLock.mode,
  's3:object-lock-retain-until-date': ({ wantedLock }) => wantedLock.until,
  's3:object-lock-remaining-retention-days': ({ wantedLock }, state) => remainingDays(wantedLock.until, state.now),
  's3:object-lock-legal-hold': ({ wantedLock }) => wantedLock.legalHold,
  's3:prefix': query('prefix'),
  's3:delimiter': query('delimiter'),
  's3:max-keys': query('max-keys'),
  's3:versionid': query('versionId'),
  'aws:securetransport': (_request, { transport }) => String(transport === 'tls'),
  'aws:principalarn': ({ principal }) => principal.arn,
  'aws:principalaccount': (_request, { account }) => account,
  'aws:multifactorauthpresent': () => undefined, // of keys that are not temporary it is never there
  'aws:sourcearn': () => undefined, // only where a service asks for somebody
  's3:x-amz-acl': header('x-amz-acl'),
};

/** Only requests that make an object, or a part of one, know `s3:ObjectCreationOperation`. */
const CREATIONS: ReadonlyMap<string, string> = new Map([
  ['PutObject', 'true'],
  ['CopyObject', 'true'],
  ['CompleteMultipartUpload', 'true'],
  ['CreateMultipartUpload', 'false'],
  ['UploadPart', 'false'],
]);

export function conditionValues(request: S3Request, state: S3State): ConditionValues {
  const values = new Map<string, string>();
  for (const [key, read] of Object.entries(READERS)) {
    const value = read(request, state);
    if (value !== undefined) values.set(key, value);
  }
  return values;
}

function remainingDays(until: string | undefined, now: number): string | undefined {
  return until === undefined ? undefined : String(Math.ceil((Date.parse(until) - now) / DAY));
}
