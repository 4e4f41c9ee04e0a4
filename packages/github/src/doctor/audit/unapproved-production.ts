import { NEEDS } from '../needs.ts';
import { isProduction, reviewersOf } from '../production.ts';
import type { Environment } from '../reads/environments.ts';
import { found, nothingSays, notFound, notVisible, type AuditFinding } from './audit-finding.ts';

export const unapprovedProduction: AuditFinding = {
  id: 'unapproved-production',
  title: 'Production needs no separate approval',
  doThis: 'give the environment required reviewers, prevent self-review, and do not let administrators bypass it',
  examine({ environments }) {
    if (!environments.seen) return notVisible('the environments', environments);
    const production = environments.value.filter(({ name }) => isProduction(name));
    if (production.length === 0) return nothingSays('which environment is production', NEEDS.environmentName);
    const holes = production.flatMap(holesOf);
    if (holes.length > 0) return found(holes.join('; '));
    return notFound(`${production.map(({ name }) => `"${name}"`).join(', ')}: approved by somebody else than who deploys`);
  },
};

function holesOf(environment: Environment): string[] {
  const { name, can_admins_bypass: adminsBypass } = environment;
  const reviewers = reviewersOf(environment);
  if (reviewers === undefined || reviewers.reviewers.length === 0) return [`environment "${name}" has no required reviewers`];
  return [
    ...(reviewers.prevent_self_review ? [] : [`environment "${name}": who deploys may approve it`]),
    // GitHub lets administrators bypass unless told otherwise (row 67): an answer without the field is the default.
    ...(adminsBypass === false ? [] : [`environment "${name}": administrators may bypass the approval`]),
  ];
}
