import type { S3Request } from '../server/s3-request.ts';
import type { S3State } from '../state/s3-state.ts';
import { conditionValues } from './condition-keys.ts';
import { evaluatePolicy, type PolicyRequest } from './evaluate-policy.ts';

/** The name of the statement that denies; `nothing allows it`; or null: allowed. */
export type Denial = string | null;

const NOTHING_ALLOWS = 'nothing allows it';

/**
 * What bucket policy and the sender's own policy say together, for any action of one request. Somebody of the account needs one of the
 * two to allow and neither to deny; a key without a policy may do everything that no bucket denies.
 */
export function denialsFor(request: S3Request, state: S3State): (action: string, resource: string) => Denial {
  const { arn, policy: own } = request.principal;
  const conditions = conditionValues(request, state);
  return (action, resource) => {
    const asked: PolicyRequest = { action, resource, principal: { arn, account: state.account }, conditions };
    const ofBucket = state.buckets.get(bucketIn(resource))?.policy?.document;
    const verdicts = [ofBucket, own].flatMap((policy) => (policy === undefined ? [] : [evaluatePolicy(policy, asked)]));
    const denial = verdicts.find((verdict) => verdict.kind === 'deny');
    if (denial?.kind === 'deny') return denial.by;
    return own === undefined || verdicts.some(({ kind }) => kind === 'allow') ? null : NOTHING_ALLOWS;
  };
}

/** `evidence` of `arn:aws:s3:::evidence/v1/x` */
const bucketIn = (resource: string): string => resource.slice('arn:aws:s3:::'.length).split('/', 1)[0] ?? '';
