const ANYBODY = '*';
const KEY_ID = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const CUSTOMER_KEY = 's3:x-amz-server-side-encryption-customer-algorithm';

/** The deny set of ledger.md 1.4, and the two additions of decisions.md, over one bucket. Nothing in it allows anything. */
export function denySet(bucket: string, kmsKey: string): string {
  const all = `arn:aws:s3:::${bucket}/*`;
  const deny = (Sid: string, Action: string | readonly string[], Resource: string | readonly string[], Condition?: object) => ({
    Sid,
    Effect: 'Deny',
    Principal: ANYBODY,
    Action,
    Resource,
    ...(Condition === undefined ? {} : { Condition }),
  });
  const Statement = [
    deny('CreateOnly', 's3:PutObject', all, { Null: { 's3:if-none-match': 'true' } }),
    deny('NoCopies', 's3:PutObject', all, { Null: { 's3:x-amz-copy-source': 'false' } }),
    deny('SignedInHeaders', 's3:PutObject', all, { StringNotEquals: { 's3:authType': 'REST-HEADER' } }),
    // Not StringNotEqualsIfExists: under Deny a negated operator with IfExists also refuses whoever names no key (IAM user guide).
    deny('OurKey', 's3:PutObject', all, { StringNotEquals: { [KEY_ID]: kmsKey }, Null: { [KEY_ID]: 'false' } }),
    deny('NoKeyOfTheSender', 's3:PutObject', all, { Null: { [CUSTOMER_KEY]: 'false' } }),
    deny('NothingGoes', ['s3:DeleteObject', 's3:DeleteObjectVersion'], all),
    deny(
      'NoReplicas',
      ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags', 's3:ObjectOwnerOverrideToBucketOwner'],
      all,
    ),
    deny('LocksAreTheBuckets', ['s3:PutObjectRetention', 's3:PutObjectLegalHold', 's3:BypassGovernanceRetention'], all),
    deny(
      'ConfigurationStays',
      [
        's3:PutLifecycleConfiguration',
        's3:PutReplicationConfiguration',
        's3:PutBucketVersioning',
        's3:PutBucketObjectLockConfiguration',
        's3:DeleteBucket',
      ],
      `arn:aws:s3:::${bucket}`,
    ),
    deny('OverTls', 's3:*', [`arn:aws:s3:::${bucket}`, all], { Bool: { 'aws:SecureTransport': 'false' } }),
  ];
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

/** What a writer of one stream may do (decisions.md, Ledger). */
export function writerRole(bucket: string, stream: string): string {
  const own = ['records', 'segments', 'blobs', 'by', 'receipts'].map((area) => `arn:aws:s3:::${bucket}/v1/${area}/${stream}/*`);
  const lists = ['s3:ListBucket', 's3:ListBucketVersions'];
  const Statement = [
    { Effect: 'Allow', Action: ['s3:PutObject', 's3:GetObject', 's3:GetObjectVersion', 's3:GetObjectRetention'], Resource: own },
    {
      Effect: 'Allow',
      Action: lists,
      Resource: `arn:aws:s3:::${bucket}`,
      Condition: { StringLike: { 's3:prefix': `v1/*/${stream}/*` } },
    },
    { Effect: 'Allow', Action: 's3:GetBucketObjectLockConfiguration', Resource: `arn:aws:s3:::${bucket}` },
  ];
  return JSON.stringify({ Version: '2012-10-17', Statement });
}
