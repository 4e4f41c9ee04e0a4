import * as v from 'valibot';
import type { GitHubApi } from '../../github-api.ts';
import { look } from '../look.ts';
import { NEEDS } from '../needs.ts';
import { fromSight, type Sight } from '../sight.ts';
import type { Repository } from './repository.ts';

export interface ArtifactRetention {
  /** For how long GitHub keeps artifacts and logs of this repository. */
  readonly days: number;
  readonly most: number;
}

const SHAPE = v.looseObject({ days: v.number(), maximum_allowed_days: v.optional(v.number()) });

export async function readArtifactRetention(api: GitHubApi, { owner, repo }: Repository): Promise<Sight<ArtifactRetention>> {
  const route = 'GET /repos/{owner}/{repo}/actions/permissions/artifact-and-log-retention';
  const sight = await look(api, { route, parameters: { owner, repo }, shape: SHAPE, needs: NEEDS.administration });
  return fromSight(sight, ({ days, maximum_allowed_days: most }) => ({ days, most: most ?? days }));
}
