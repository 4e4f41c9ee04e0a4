import * as v from 'valibot';
import type { GitHubApi } from '../../github-api.ts';
import { lookAtAll } from '../look.ts';
import { NEEDS } from '../needs.ts';
import type { Sight } from '../sight.ts';
import type { Repository } from './repository.ts';

/** Rules are open objects: GitHub adds parameters before it documents them (gate.md 0.12). */
const RULE = v.looseObject({
  type: v.string(),
  ruleset_id: v.optional(v.number()),
  parameters: v.optional(v.record(v.string(), v.unknown()), {}),
});
export type BranchRule = v.InferOutput<typeof RULE>;

/** What a rule of type `required_status_checks` has to say to be understood: who cannot read it must not take it for one without checks. */
export const REQUIRED_CHECKS = v.looseObject({
  required_status_checks: v.array(v.looseObject({ context: v.string(), integration_id: v.nullish(v.number(), null) })),
});
const UNDERSTOOD = v.pipe(
  RULE,
  v.check(({ type, parameters }) => type !== 'required_status_checks' || v.is(REQUIRED_CHECKS, parameters)),
);

/** The active rules of every level that hold for the default branch. Rulesets on trial (`evaluate`) and classic protection are not in it. */
export function readBranchRules(api: GitHubApi, { owner, repo, branch }: Repository): Promise<Sight<readonly BranchRule[]>> {
  const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
  return lookAtAll(
    api,
    { route, parameters: { owner, repo, branch }, shape: v.array(UNDERSTOOD), needs: NEEDS.metadata },
    (page) => page,
  );
}
