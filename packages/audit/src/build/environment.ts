import { known, type Fact } from '@proofrail/core/context';
import type { Details } from '@proofrail/core/evidence';
import type { Environment } from '../report-model.ts';
import { shortText } from './short-text.ts';

/** The environment of the job that decided: what protects it, and who let the run into it. */
export function environmentOf({ environment }: Pick<Details<'policy.decision'>, 'environment'>): Environment | null {
  if (environment === null) return null;
  const { name, approvals } = environment;
  return {
    name: typeof name === 'string' ? name : shortText(name),
    requiredReviewers: environment.required_reviewers,
    preventSelfReview: environment.prevent_self_review,
    adminsBypass: environment.admins_bypass,
    waitMinutes: environment.wait_minutes,
    branches: environment.branches,
    approvals: approvals.known ? known(approvals.value.map(approvalOf)) : approvals,
    decision: environment.decision,
    deployer: environment.deployer,
    triggeredBy: environment.triggered_by,
  };
}

type Recorded = Extract<NonNullable<Details<'policy.decision'>['environment']>['approvals'], { known: true }>['value'][number];
type Shown = Environment['approvals'] extends Fact<readonly (infer T)[]> ? T : never;

const approvalOf = ({ id, state, not_before: after, not_after: before }: Recorded): Shown => ({
  person: id,
  state,
  after: Date.parse(after),
  before: Date.parse(before),
});
