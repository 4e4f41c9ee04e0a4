import type { PostureCheck } from '../posture-check.ts';
import { fromSight, seen } from '../sight.ts';

export const openEnvironment: PostureCheck = {
  code: 'open-environment',
  severity: 'high',
  looksFor: 'an environment for "protected branches only" where no branch is protected: then every branch may deploy',
  doThis: 'protect the branch, or name the branches that may deploy',
  rows: [66],
  find({ environments, rules, classic }) {
    if (!environments.seen) return environments;
    const byProtection = environments.value.filter(({ deployment_branch_policy: policy }) => policy?.protected_branches === true);
    if (byProtection.length === 0) return seen([]);
    const isProtected = (rules.seen && rules.value.length > 0) || (classic.seen && classic.value !== null);
    if (isProtected) return seen([]);
    if (!rules.seen) return rules;
    return fromSight(classic, () =>
      byProtection.map(({ name }) => ({
        at: `environment "${name}"`,
        what: 'no branch is protected, so every branch may deploy to it',
      })),
    );
  },
};
