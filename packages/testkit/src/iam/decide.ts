import { evaluatePolicy, type PolicyRequest, type Verdict } from './evaluate-policy.ts';
import type { PolicyDocument } from './policy-document.ts';

/** The policies that one request meets. */
export interface Policies {
  /** Of the identity that asks; undefined: it may do everything that nothing denies. */
  readonly identity?: readonly PolicyDocument[] | undefined;
  /** Of the thing that is asked for: a bucket, a key, a role. */
  readonly resource?: PolicyDocument | undefined;
  /**
   * Whether the identity's own policy is enough. It is for a bucket of the account; a KMS key and a role have to allow by themselves, by
   * name or by handing the matter to the account (KMS developer guide, key policies; IAM user guide, evaluation logic).
   */
  readonly identityIsEnough: boolean;
}

/** The name of the statement that denies; `nothing allows it`; or null: allowed. */
export type Denial = string | null;

export const NOTHING_ALLOWS = 'nothing allows it';

/** Somebody of the same account: a denial anywhere wins, and without an allowance there is none. */
export function decide({ identity, resource, identityIsEnough }: Policies, request: PolicyRequest): Denial {
  const own = identity?.map((policy) => evaluatePolicy(policy, request)) ?? [OMNIPOTENT];
  const ofResource: Verdict = resource === undefined ? { kind: 'silent' } : evaluatePolicy(resource, request);
  for (const verdict of [ofResource, ...own]) if (verdict.kind === 'deny') return verdict.by;
  if (ofResource.kind === 'allow' && ofResource.to === 'identity') return null;
  const allowed = own.some(({ kind }) => kind === 'allow') && (identityIsEnough || ofResource.kind === 'allow');
  return allowed ? null : NOTHING_ALLOWS;
}

const OMNIPOTENT: Verdict = { kind: 'allow', by: 'the account', to: 'identity' };
