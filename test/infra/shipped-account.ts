import { decide, readPolicy, type Denial, type PolicyDocument, type PolicyRequest } from '@proofrail/testkit';
import { shippedPolicy, type PolicyVariables } from './shipped-policy.ts';
import { shippedRoles } from './shipped-roles.ts';

export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';
export const STREAM = '700001';
/** Of the repository whose workflows seal and verify. */
export const SERVICES_STREAM = '700003';
export const BUCKETS = {
  evidence: 'example-evidence',
  identities: 'example-identities',
  attachments: 'example-attachments',
} as const;
export const TRAIL_BUCKET = 'example-trail';
const key = (id: string): string => `arn:aws:kms:${REGION}:${ACCOUNT}:key/${id}`;
export const KEYS = {
  evidence: key('e'),
  identities: key('i'),
  attachments: key('a'),
  log: key('l'),
  countersign: key('c'),
  record: key('r'),
} as const;

/** Somebody with every right that no policy takes away: what a stolen administrator's session is. */
export const ADMINISTRATOR = 'administrator';

export const roleArn = (role: string): string =>
  `arn:aws:iam::${ACCOUNT}:role/${role === ADMINISTRATOR ? role : `proofrail/example-${role.replaceAll('_', '-')}`}`;

/** As main.tf fills the documents in. */
const NAMES = {
  account: ACCOUNT,
  region: REGION,
  bucket: BUCKETS.evidence,
  identities_bucket: BUCKETS.identities,
  attachments_bucket: BUCKETS.attachments,
  trail_bucket: TRAIL_BUCKET,
  kms_key: KEYS.evidence,
  identities_kms_key: KEYS.identities,
  attachments_kms_key: KEYS.attachments,
  log_key: KEYS.log,
  countersign_key: KEYS.countersign,
  record_key: KEYS.record,
  infrastructure_role: roleArn('infrastructure'),
  keeper_role: roleArn('keeper'),
  eraser_role: roleArn('eraser'),
  sealer_role: roleArn('sealer'),
  auditor_role: roleArn('auditor'),
  verifier_role: roleArn('verifier'),
  trail: `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/example`,
  most_retention_days: '5475',
};

const document = (name: string, more: PolicyVariables = {}): PolicyDocument =>
  readPolicy(shippedPolicy(name, { ...NAMES, ...more }));

/** `"${each.value.id}-pr"` of the Terraform is the stream of pull requests; every other expression there is a repository's own. */
function streamOf(expression: string): string {
  if (expression.includes('services')) return SERVICES_STREAM;
  return expression.includes('-pr') ? `${STREAM}-pr` : STREAM;
}

export const policyTexts = (role: string): readonly string[] =>
  (shippedRoles().find(({ name }) => name === role)?.policies ?? []).map(({ document: name, stream }) =>
    shippedPolicy(`roles/${name}`, { ...NAMES, ...(stream === null ? {} : { stream: streamOf(stream) }) }),
  );

export const ROLES: readonly string[] = shippedRoles().map(({ name }) => name);

/** What each role may do, of which an administrator has none: nothing limits them. */
export const IDENTITIES: ReadonlyMap<string, readonly PolicyDocument[] | undefined> = new Map([
  ...ROLES.map((role) => [role, policyTexts(role).map(readPolicy)] as const),
  [ADMINISTRATOR, undefined],
]);

const erasable = (bucket: 'identities' | 'attachments'): string =>
  shippedPolicy('buckets/erasable', { ...NAMES, bucket: BUCKETS[bucket], kms_key: KEYS[bucket] });

/** Of each bucket by its name, as text. */
export const BUCKET_POLICY_TEXTS: ReadonlyMap<string, string> = new Map([
  [BUCKETS.evidence, shippedPolicy('buckets/evidence', NAMES)],
  [BUCKETS.identities, erasable('identities')],
  [BUCKETS.attachments, erasable('attachments')],
  [TRAIL_BUCKET, shippedPolicy('buckets/trail', { ...NAMES, bucket: TRAIL_BUCKET })],
]);
const BUCKET_POLICIES = new Map([...BUCKET_POLICY_TEXTS].map(([bucket, text]) => [bucket, readPolicy(text)] as const));
const bucketKey = document('keys/bucket-key');
const keyPolicies = new Map<string, PolicyDocument>([
  [KEYS.log, document('keys/log-key')],
  [KEYS.countersign, document('keys/log-key')],
  [KEYS.record, document('keys/record-key', { writer_roles: [roleArn('writer')] })],
]);

/** A request, whoever sends it. */
export type Asked = Pick<PolicyRequest, 'action' | 'resource' | 'conditions'>;

/** What the shipped policies together say to somebody in a role: of identity, bucket and key. Null: allowed. */
export function denialFor(role: string, { action, resource, conditions }: Asked): Denial {
  const arn = roleArn(role);
  if (!IDENTITIES.has(role)) throw new Error(`no role ${role}`);
  const principal = { arn, account: ACCOUNT };
  const question = {
    action,
    resource,
    principal,
    conditions: new Map([...conditions, ['aws:principalarn', arn], ['aws:principalaccount', ACCOUNT]]),
  };
  const identity = IDENTITIES.get(role);
  if (resource.startsWith('arn:aws:kms:'))
    return decide({ identity, resource: keyPolicies.get(resource) ?? bucketKey, identityIsEnough: false }, question);
  const bucket = /^arn:aws:s3:::([^/]+)/.exec(resource)?.[1] ?? '';
  const identityIsEnough = bucket !== TRAIL_BUCKET; // that one is in the second account
  return decide({ identity, resource: BUCKET_POLICIES.get(bucket), identityIsEnough }, question);
}
