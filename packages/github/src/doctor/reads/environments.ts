import * as v from 'valibot';
import type { GitHubApi } from '../../github-api.ts';
import { lookAtAll } from '../look.ts';
import { NEEDS } from '../needs.ts';
import type { Sight } from '../sight.ts';
import type { Repository } from './repository.ts';

const RULE = v.looseObject({
  type: v.string(),
  prevent_self_review: v.optional(v.boolean(), false),
  reviewers: v.optional(v.array(v.unknown()), []),
});

const ENVIRONMENT = v.looseObject({
  name: v.string(),
  can_admins_bypass: v.optional(v.boolean()),
  protection_rules: v.optional(v.array(RULE), []),
  deployment_branch_policy: v.nullish(
    v.looseObject({ protected_branches: v.boolean(), custom_branch_policies: v.boolean() }),
    null,
  ),
});
export type Environment = v.InferOutput<typeof ENVIRONMENT>;

export function readEnvironments(api: GitHubApi, { owner, repo }: Repository): Promise<Sight<readonly Environment[]>> {
  return lookAtAll(
    api,
    {
      route: 'GET /repos/{owner}/{repo}/environments',
      parameters: { owner, repo },
      shape: v.looseObject({ environments: v.optional(v.array(ENVIRONMENT), []) }),
      needs: NEEDS.actions,
    },
    ({ environments }) => environments,
  );
}
