import * as v from 'valibot';
import type { GitHubApi } from '../../github-api.ts';
import { look, understood } from '../look.ts';
import { NEEDS } from '../needs.ts';
import { seen, type Sight } from '../sight.ts';
import type { Repository } from './repository.ts';

const SWITCH = v.optional(v.looseObject({ enabled: v.optional(v.boolean(), false) }), { enabled: false });
const CHECK = v.looseObject({ context: v.string(), app_id: v.nullish(v.number(), null) });

const PROTECTION = v.looseObject({
  enforce_admins: SWITCH,
  required_linear_history: SWITCH,
  allow_force_pushes: SWITCH,
  allow_deletions: SWITCH,
  required_conversation_resolution: SWITCH,
  required_status_checks: v.optional(
    v.looseObject({
      strict: v.optional(v.boolean(), false),
      checks: v.optional(v.array(CHECK), []),
      contexts: v.optional(v.array(v.string()), []),
    }),
  ),
  required_pull_request_reviews: v.optional(
    v.looseObject({
      dismiss_stale_reviews: v.optional(v.boolean(), false),
      require_code_owner_reviews: v.optional(v.boolean(), false),
      require_last_push_approval: v.optional(v.boolean(), false),
      required_approving_review_count: v.optional(v.number(), 0),
      bypass_pull_request_allowances: v.optional(v.record(v.string(), v.unknown())),
    }),
  ),
});
export type ClassicProtection = v.InferOutput<typeof PROTECTION>;

/** Null: the branch has no classic protection. That alone is visible without administration rights, by the branch's `protected` flag. */
export async function readClassicProtection(
  api: GitHubApi,
  { owner, repo, branch }: Repository,
): Promise<Sight<ClassicProtection | null>> {
  const parameters = { owner, repo, branch };
  const flag = await look(api, {
    route: 'GET /repos/{owner}/{repo}/branches/{branch}',
    parameters,
    shape: v.looseObject({ protected: v.boolean() }),
    needs: NEEDS.contents,
  });
  if (flag.seen && !flag.value.protected) return seen(null);
  const route = 'GET /repos/{owner}/{repo}/branches/{branch}/protection';
  const answer = await api.request(route, parameters);
  if (answer.kind === 'answered' && answer.status === 404 && v.is(NOT_PROTECTED, answer.body)) return seen(null);
  return understood(answer, { shape: PROTECTION, needs: NEEDS.administration });
}

/** GitHub's words to somebody who may know; everybody else gets "Not Found" under the same status. */
const NOT_PROTECTED = v.looseObject({ message: v.literal('Branch not protected') });
