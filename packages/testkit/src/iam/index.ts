export { claimConditions } from './condition-keys.ts';
export { decide, NOTHING_ALLOWS, type Denial, type Policies } from './decide.ts';
export type { ConditionValues, PolicyRequest, Requester } from './evaluate-policy.ts';
export { readPolicy, type PolicyDocument } from './policy-document.ts';
export { PolicyError } from './policy-error.ts';
