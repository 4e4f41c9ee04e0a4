import * as v from 'valibot';
import type { GitHubApi } from '../../github-api.ts';
import { look } from '../look.ts';
import { NEEDS } from '../needs.ts';
import { fromSight, seen, type Sight } from '../sight.ts';
import type { Repository } from './repository.ts';

export interface CodeOwnersError {
  readonly line: number;
  readonly kind: string;
  readonly path: string;
}

const ERROR = v.looseObject({ line: v.number(), kind: v.string(), path: v.string() });

/** What GitHub itself cannot use in CODEOWNERS; null where there is no such file. A wrong line owns nothing, without a word. */
export async function readCodeOwnersErrors(
  api: GitHubApi,
  { owner, repo }: Repository,
): Promise<Sight<readonly CodeOwnersError[] | null>> {
  const route = 'GET /repos/{owner}/{repo}/codeowners/errors';
  const shape = v.looseObject({ errors: v.array(ERROR) });
  const sight = await look(api, { route, parameters: { owner, repo }, shape, needs: NEEDS.contents });
  // The repository itself was readable before this: here, 404 is about the file.
  if (!sight.seen && sight.why === 'absent') return seen(null);
  return fromSight(sight, ({ errors }) => errors);
}
