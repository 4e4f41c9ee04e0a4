import { BUCKETS, KEYS, SERVICES_STREAM, STREAM, TRAIL_BUCKET, type Asked } from './shipped-account.ts';

/**
 * A call that nobody's work needs. `by`: what refuses it to an administrator without limits, a statement of the bucket's or the key's
 * own policy; null: only the policies of roles refuse it. `except`: the roles whose work it is after all.
 */
export interface HostileCall {
  readonly what: string;
  readonly asked: Asked;
  readonly by: string | null;
  readonly except: readonly string[];
}

/** As the SDK sends it over TLS, with its credentials in a header. */
const SENT = { 'aws:securetransport': 'true', 's3:authtype': 'REST-HEADER', 's3:signatureversion': 'AWS4-HMAC-SHA256' };
const ONCE = { ...SENT, 's3:if-none-match': '*' };
const KMS_KEY = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const DAYS = 's3:object-lock-remaining-retention-days';

const at = (bucket: string, key?: string): string => `arn:aws:s3:::${bucket}${key === undefined ? '' : `/${key}`}`;
const SLOT = at(BUCKETS.evidence, `v1/segments/${STREAM}/0000000000000009`);
const seal = (name: string): string => at(BUCKETS.evidence, `v1/seals/${name}`);
const EVIDENCE = at(BUCKETS.evidence);
const PERSON = at(BUCKETS.identities, `v1/identities/${'0'.repeat(64)}.json`);
const TOKEN = at(BUCKETS.attachments, `v1/attachments/${STREAM}/${'0'.repeat(64)}`);

type Conditions = Readonly<Record<string, string>>;

function call(
  what: string,
  action: string,
  resource: string,
  conditions: Conditions,
  by: string | null,
  except: string[] = [],
): HostileCall {
  return { what, asked: { action, resource, conditions: new Map(Object.entries(conditions)) }, by, except };
}
const put = (what: string, conditions: Conditions, by: string): HostileCall => call(what, 's3:PutObject', SLOT, conditions, by);
const onObject = (what: string, action: string, by: string | null, conditions: Conditions = SENT): HostileCall =>
  call(what, action, SLOT, conditions, by);
const onBucket = (what: string, action: string, by: string | null, except: string[] = []): HostileCall =>
  call(what, action, EVIDENCE, SENT, by, except);

/** The threats of the deny set, each as requests that carry nothing else wrong. */
export const HOSTILE_CALLS: readonly HostileCall[] = [
  put('PutObject without If-None-Match', SENT, 'CreateOnly'),
  put('PutObject with If-Match, over what is there', { ...SENT, 's3:if-match': '"etag"' }, 'CreateOnly'),
  put('CopyObject', { ...SENT, 's3:x-amz-copy-source': 'elsewhere/x' }, 'CreateOnly'),
  put('CopyObject with If-None-Match', { ...ONCE, 's3:x-amz-copy-source': 'elsewhere/x' }, 'NoCopies'),
  put('CreateMultipartUpload', { ...SENT, 's3:objectcreationoperation': 'false' }, 'CreateOnly'),
  put('CompleteMultipartUpload without If-None-Match', { ...SENT, 's3:objectcreationoperation': 'true' }, 'CreateOnly'),
  put('a presigned PUT', { ...ONCE, 's3:authtype': 'REST-QUERY-STRING' }, 'SignedInHeaders'),
  put('a POST of a form', { ...ONCE, 's3:authtype': 'POST' }, 'SignedInHeaders'),
  put('PutObject under another KMS key', { ...ONCE, 's3:x-amz-server-side-encryption': 'aws:kms', [KMS_KEY]: 'arn:aws:kms:us-east-1:999999999999:key/theirs' }, 'OurKey'), // prettier-ignore
  put('PutObject under the key of the identities', { ...ONCE, 's3:x-amz-server-side-encryption': 'aws:kms', [KMS_KEY]: KEYS.identities }, 'OurKey'), // prettier-ignore
  put('PutObject with SSE-S3', { ...ONCE, 's3:x-amz-server-side-encryption': 'AES256' }, 'OurEncryption'),
  put('PutObject with a key of the sender', { ...ONCE, 's3:x-amz-server-side-encryption-customer-algorithm': 'AES256' }, 'NoKeyOfTheSender'), // prettier-ignore
  put('PutObject into an archive, from which nobody reads it today', { ...ONCE, 's3:x-amz-storage-class': 'DEEP_ARCHIVE' }, 'ReadableAtOnce'), // prettier-ignore
  onObject('UpdateObjectEncryption, to a key that is destroyed tomorrow', 's3:UpdateObjectEncryption', 'NothingIsEncryptedAnew'),
  call('UpdateObjectEncryption of a person’s key, which erases without the eraser', 's3:UpdateObjectEncryption', PERSON, SENT, 'NothingIsEncryptedAnew'), // prettier-ignore
  put('PutObject without TLS', { ...ONCE, 'aws:securetransport': 'false' }, 'OverTls'),
  call('GetObject without TLS', 's3:GetObject', SLOT, { ...SENT, 'aws:securetransport': 'false' }, 'OverTls'),
  onObject('DeleteObject: a marker', 's3:DeleteObject', 'NothingGoes'),
  onObject('DeleteObjectVersion', 's3:DeleteObjectVersion', 'NothingGoes'),
  onObject('BypassGovernanceRetention', 's3:BypassGovernanceRetention', 'NoHoldsAndNoBypass'),
  onObject('PutObjectLegalHold', 's3:PutObjectLegalHold', 'NoHoldsAndNoBypass'),
  call('PutObjectRetention, to shorten', 's3:PutObjectRetention', SLOT, { ...SENT, 's3:object-lock-mode': 'COMPLIANCE', [DAYS]: '1' }, 'LocksAreTheBuckets', ['keeper']), // prettier-ignore
  call('PutObjectRetention for a hundred years', 's3:PutObjectRetention', SLOT, { ...SENT, 's3:object-lock-mode': 'COMPLIANCE', [DAYS]: '36500' }, 'LocksAreTheBuckets'), // prettier-ignore
  onObject('ReplicateObject: a record of another time', 's3:ReplicateObject', 'NoReplicas'),
  onObject('ReplicateDelete: a marker from elsewhere', 's3:ReplicateDelete', 'NoReplicas'),
  onObject('ObjectOwnerOverrideToBucketOwner', 's3:ObjectOwnerOverrideToBucketOwner', 'NoReplicas'),
  onObject('PutObjectAcl', 's3:PutObjectAcl', 'NothingPublic'),
  onBucket('PutBucketPolicy', 's3:PutBucketPolicy', 'PolicyIsInfrastructures', ['infrastructure']),
  onBucket('DeleteBucketPolicy', 's3:DeleteBucketPolicy', 'PolicyIsInfrastructures'),
  onBucket('PutPublicAccessBlock', 's3:PutBucketPublicAccessBlock', 'PolicyIsInfrastructures', ['infrastructure']),
  onBucket('PutBucketEncryption', 's3:PutEncryptionConfiguration', 'PolicyIsInfrastructures', ['infrastructure']),
  onBucket('PutBucketOwnershipControls', 's3:PutBucketOwnershipControls', 'PolicyIsInfrastructures', ['infrastructure']),
  onBucket('PutBucketLifecycleConfiguration', 's3:PutLifecycleConfiguration', 'ConfigurationStays'),
  onBucket('PutBucketReplication', 's3:PutReplicationConfiguration', 'ConfigurationStays'),
  onBucket('PutBucketVersioning', 's3:PutBucketVersioning', 'ConfigurationStays'),
  onBucket('PutObjectLockConfiguration', 's3:PutBucketObjectLockConfiguration', 'ConfigurationStays'),
  onBucket('DeleteBucket', 's3:DeleteBucket', 'ConfigurationStays'),
  call('PutObject of another repository’s segment', 's3:PutObject', at(BUCKETS.evidence, 'v1/segments/700002/0000000000000001'), ONCE, null), // prettier-ignore
  call('PutObject under a stream whose id begins alike', 's3:PutObject', at(BUCKETS.evidence, `v1/records/${STREAM}1/x`), ONCE, null), // prettier-ignore
  call('PutObject outside v1/', 's3:PutObject', at(BUCKETS.evidence, `records/${STREAM}/x`), ONCE, null),
  call('PutObject of a record: above all not by the sealer, who would seal his own', 's3:PutObject', at(BUCKETS.evidence, `v1/records/${STREAM}/x`), ONCE, null, ['writer']), // prettier-ignore
  call('PutObject of a slot: the sealer adopts without one', 's3:PutObject', SLOT, ONCE, null, ['writer']),
  ...['plan/0000000000000001', 'tile/0/000', 'checkpoint/0000000000000001', 'checkpoint/0000000000000001.sig/k'].map((name) =>
    call(`PutObject of v1/seals/${name}, by a writer or a pull request`, 's3:PutObject', seal(name), ONCE, null, ['sealer']),
  ),
  call('PutObject of a countersignature: a writer could take the sealer’s place', 's3:PutObject', at(BUCKETS.evidence, `v1/receipts/${STREAM}/${'0'.repeat(64)}.sig/${'1'.repeat(64)}`), ONCE, 'OnlyTheSealerCountersigns', ['sealer']), // prettier-ignore
  call('PutObject of a receipt, by the sealer who is to judge it', 's3:PutObject', at(BUCKETS.evidence, `v1/receipts/${STREAM}/${'0'.repeat(64)}`), ONCE, null, ['writer']), // prettier-ignore
  call('PutObject of a record of keys into the sealer’s stream', 's3:PutObject', at(BUCKETS.evidence, `v1/records/${SERVICES_STREAM}/x`), ONCE, null, ['sealer']), // prettier-ignore
  call('PutObject over a checkpoint', 's3:PutObject', seal('checkpoint/0000000000000001'), SENT, 'CreateOnly'),
  call('DeleteObject of a plan', 's3:DeleteObject', seal('plan/0000000000000001'), SENT, 'NothingGoes'),
  call('DeleteObjectVersion of a signature', 's3:DeleteObjectVersion', seal('checkpoint/0000000000000001.sig/k'), SENT, 'NothingGoes'), // prettier-ignore
  call('reading the plans of seals, which name every stream', 's3:GetObject', seal('plan/0000000000000001'), SENT, null, ['sealer', 'verifier', 'auditor', 'keeper']), // prettier-ignore
  call('reading tokens of the platform', 's3:GetObject', TOKEN, SENT, null, ['writer', 'deployment_reader', 'sealer', 'verifier', 'auditor', 'eraser', 'keeper']), // prettier-ignore
  call('PutObject of a person’s key over the one that is there', 's3:PutObject', PERSON, SENT, 'CreateOnly'),
  call('a presigned PUT of a person’s key', 's3:PutObject', PERSON, { ...ONCE, 's3:authtype': 'REST-QUERY-STRING' }, 'SignedInHeaders'), // prettier-ignore
  call('DeleteObject of a person', 's3:DeleteObject', PERSON, SENT, 'OnlyTheEraserErases', ['eraser']),
  call('DeleteObjectVersion of a token', 's3:DeleteObjectVersion', TOKEN, SENT, 'OnlyTheEraserErases', ['eraser']),
  call(
    'a lock on people’s keys',
    's3:PutBucketObjectLockConfiguration',
    at(BUCKETS.identities),
    SENT,
    'NothingIsKeptAgainstErasure',
  ),
  call('versions of people’s keys, of which erasing leaves one behind', 's3:PutBucketVersioning', at(BUCKETS.identities), SENT, 'NothingIsKeptAgainstErasure'), // prettier-ignore
  call('an end set to tokens by a rule', 's3:PutLifecycleConfiguration', at(BUCKETS.attachments), SENT, 'PolicyIsInfrastructures'), // prettier-ignore
  call('PutBucketOwnershipControls of people’s keys', 's3:PutBucketOwnershipControls', at(BUCKETS.identities), SENT, 'PolicyIsInfrastructures', ['infrastructure']), // prettier-ignore
  call('PutObject into the log of what was done', 's3:PutObject', at(TRAIL_BUCKET, 'AWSLogs/x'), ONCE, null),
  call('DeleteObject in the log of what was done', 's3:DeleteObject', at(TRAIL_BUCKET, 'AWSLogs/x'), SENT, null),
  call('StopLogging', 'cloudtrail:StopLogging', '*', SENT, null),
  call('a list of the whole bucket', 's3:ListBucketVersions', EVIDENCE, { ...SENT, 's3:prefix': '' }, null, ['sealer', 'verifier', 'auditor', 'keeper']), // prettier-ignore
  call('a list of all records', 's3:ListBucketVersions', EVIDENCE, { ...SENT, 's3:prefix': 'v1/records/' }, null, ['sealer', 'verifier', 'auditor', 'keeper']), // prettier-ignore
  call('reading another repository’s records', 's3:GetObject', at(BUCKETS.evidence, 'v1/records/700002/x'), SENT, null, ['sealer', 'verifier', 'auditor', 'keeper']), // prettier-ignore
  call('reading who is who', 's3:GetObject', PERSON, SENT, null, ['writer', 'pull_request_writer', 'eraser']),
  call('ScheduleKeyDeletion', 'kms:ScheduleKeyDeletion', KEYS.evidence, {}, 'TheKeyStays'),
  call('ScheduleKeyDeletion of the log’s key', 'kms:ScheduleKeyDeletion', KEYS.log, {}, 'TheKeyStays'),
  call('DisableKey of the log’s key', 'kms:DisableKey', KEYS.log, {}, 'TheKeyStays'),
  call('CreateGrant of the log’s key', 'kms:CreateGrant', KEYS.log, {}, 'TheKeyStays'),
  call('PutKeyPolicy of the log’s key', 'kms:PutKeyPolicy', KEYS.log, {}, null, ['infrastructure']),
  call('DisableKey', 'kms:DisableKey', KEYS.evidence, {}, 'TheKeyStays'),
  call('CreateGrant: a right that no policy shows', 'kms:CreateGrant', KEYS.evidence, {}, 'TheKeyStays'),
  call('PutKeyPolicy', 'kms:PutKeyPolicy', KEYS.evidence, {}, null, ['infrastructure']),
  call('Sign with the log’s key', 'kms:Sign', KEYS.log, {}, 'OnlyTheSealerSigns', ['sealer']),
  call('Sign with the key that countersigns', 'kms:Sign', KEYS.countersign, {}, 'OnlyTheSealerSigns', ['sealer']),
  call('ScheduleKeyDeletion of the key that countersigns', 'kms:ScheduleKeyDeletion', KEYS.countersign, {}, 'TheKeyStays'),
  call('ScheduleKeyDeletion of the records’ key', 'kms:ScheduleKeyDeletion', KEYS.record, {}, 'TheKeyStays'),
  call('Sign with the records’ key, above all with the rights of a pull request', 'kms:Sign', KEYS.record, {}, 'OnlyWritersSign', ['writer']), // prettier-ignore
  call('Decrypt without S3 between', 'kms:Decrypt', KEYS.evidence, {}, null),
  call('UpdateAssumeRolePolicy of a writer', 'iam:UpdateAssumeRolePolicy', 'arn:aws:iam::123456789012:role/proofrail/example-x-writer', {}, null, ['infrastructure']), // prettier-ignore
];
