import type { PostureCheck } from '../posture-check.ts';
import { fromSight } from '../sight.ts';
import type { Sights } from '../sights.ts';

export const openEnvironment: PostureCheck = {
  code: 'open-environment',
  severity: 'high',
  looksFor: 'an environment for "protected branches only" where no branch is protected: then every branch may deploy',
  doThis: 'protect the branch, or name the branches that may deploy',
  rows: [66],
  find(sights) {
    const { environments, classic } = sights;
    if (!environments.seen) return environments;
    const byProtection = environments.value.filter(({ deployment_branch_policy: policy }) => policy?.protected_branches === true);
    if (byProtection.length === 0) return fromSight(environments, () => []);
    if (isRuled(sights)) return fromSight(environments, () => []);
    return fromSight(classic, (protection) =>
      protection !== null
        ? []
        : byProtection.map(({ name }) => ({
            at: `environment "${name}"`,
            what: 'no branch is protected, so every branch may deploy to it',
          })),
    );
  },
};

const isRuled = ({ rules }: Sights): boolean => rules.seen && rules.value.length > 0;
