const ISSUER = 'token.actions.githubusercontent.com';

/** Of a request to S3 (service authorization reference, `list_amazons3`). */
const S3_KEYS = [
  's3:if-none-match',
  's3:if-match',
  's3:objectcreationoperation',
  's3:authtype',
  's3:signatureversion',
  's3:x-amz-acl',
  's3:x-amz-copy-source',
  's3:x-amz-content-sha256',
  's3:x-amz-storage-class',
  's3:x-amz-server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  's3:x-amz-server-side-encryption-customer-algorithm',
  's3:object-lock-mode',
  's3:object-lock-retain-until-date',
  's3:object-lock-remaining-retention-days',
  's3:object-lock-legal-hold',
  's3:prefix',
  's3:delimiter',
  's3:max-keys',
  's3:versionid',
] as const;

const AWS_KEYS = [
  'aws:securetransport',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:multifactorauthpresent',
  'aws:sourcearn',
] as const;
const KMS_KEYS = ['kms:viaservice', 'kms:signingalgorithm', 'kms:messagetype'] as const;

/** Claims of a GitHub token that STS compares (gate.md 0.5): `event_name`, `runner_environment` and others are not among them. */
const CLAIMS = [
  'aud',
  'sub',
  'actor',
  'actor_id',
  'job_workflow_ref',
  'repository',
  'repository_id',
  'workflow',
  'ref',
  'environment',
  'enterprise_id',
] as const;

const KNOWN: ReadonlySet<string> = new Set([
  ...S3_KEYS,
  ...AWS_KEYS,
  ...KMS_KEYS,
  ...CLAIMS.map((claim) => `${ISSUER}:${claim}`),
]);

export type S3ConditionKey = (typeof S3_KEYS)[number] | (typeof AWS_KEYS)[number];

export const isConditionKey = (key: string): boolean => KNOWN.has(key.toLowerCase());

/** What STS sees of a token's claims. */
export function claimConditions(claims: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const seen = CLAIMS.flatMap((claim) =>
    claims[claim] === undefined ? [] : [[`${ISSUER}:${claim}`, String(claims[claim])] as const],
  );
  return new Map(seen);
}
