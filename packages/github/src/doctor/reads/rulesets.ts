import * as v from 'valibot';
import type { GitHubApi } from '../../github-api.ts';
import { look, lookAtAll } from '../look.ts';
import { NEEDS } from '../needs.ts';
import { fromSight, seen, unseen, type Sight } from '../sight.ts';
import type { Repository } from './repository.ts';

const ACTOR = v.looseObject({
  actor_type: v.string(),
  actor_id: v.nullish(v.number(), null),
  bypass_mode: v.optional(v.string(), 'always'),
});
export type BypassActor = v.InferOutput<typeof ACTOR>;

const RULESET = v.looseObject({
  id: v.number(),
  name: v.string(),
  target: v.optional(v.string(), 'branch'),
  enforcement: v.string(),
  bypass_actors: v.optional(v.array(ACTOR)),
});

export interface Ruleset {
  readonly id: number;
  readonly name: string;
  readonly target: string;
  readonly enforcement: string;
  /** Absent from the answer means hidden from this token, not empty (gate.md 1.1). */
  readonly bypassActors: Sight<readonly BypassActor[]>;
}

export async function readRulesets(api: GitHubApi, { owner, repo }: Repository): Promise<Sight<readonly Ruleset[]>> {
  const listed = await lookAtAll(
    api,
    {
      route: 'GET /repos/{owner}/{repo}/rulesets',
      parameters: { owner, repo, includes_parents: true },
      shape: v.array(RULESET),
      needs: NEEDS.metadata,
    },
    (page) => page,
  );
  if (!listed.seen) return listed;
  return seen(await Promise.all(listed.value.map((one) => inDetail(api, owner, repo, one))));
}

/** Only the answer about one ruleset has the list of those who may pass it by. */
async function inDetail(api: GitHubApi, owner: string, repo: string, listed: v.InferOutput<typeof RULESET>): Promise<Ruleset> {
  const detail = await look(api, {
    route: 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}',
    parameters: { owner, repo, ruleset_id: listed.id, includes_parents: true },
    shape: RULESET,
    needs: NEEDS.bypassActors,
  });
  const actors = fromSight(detail, ({ bypass_actors }) => bypass_actors);
  const { id, name, target, enforcement } = listed;
  const bypassActors = actors.seen
    ? actors.value === undefined
      ? unseen('forbidden', NEEDS.bypassActors)
      : seen(actors.value)
    : actors;
  return { id, name, target, enforcement, bypassActors };
}
