import { decide, type Denial } from '../../iam/decide.ts';
import type { PolicyRequest } from '../../iam/evaluate-policy.ts';
import type { S3Request } from '../server/s3-request.ts';
import type { S3State } from '../state/s3-state.ts';
import { conditionValues } from './condition-values.ts';

/** What a request asks for, action by action; how it is decided is IAM's matter. */
export interface Authorisation {
  question(action: string, resource: string): PolicyRequest;
  denial(question: PolicyRequest): Denial;
}

/** A key without a policy may do everything that no bucket denies. */
export function authorisationOf(request: S3Request, state: S3State): Authorisation {
  const { arn, policy: own } = request.principal;
  const conditions = conditionValues(request, state);
  return {
    question: (action, resource) => ({ action, resource, principal: { arn, account: state.account }, conditions }),
    denial: (question) => {
      const resource = state.buckets.get(bucketIn(question.resource))?.policy?.document;
      return decide({ identity: own === undefined ? undefined : [own].flat(), resource, identityIsEnough: true }, question);
    },
  };
}

/** `evidence` of `arn:aws:s3:::evidence/v1/x` */
const bucketIn = (resource: string): string => resource.slice('arn:aws:s3:::'.length).split('/', 1)[0] ?? '';
