import type { PlatformClaims } from './platform-claims.ts';

// Two shapes: names alone, and, for repositories made or renamed after 2026-07-15, names with ids (gate.md 0.4). What follows the
// repository (ref, environment, pull_request) is a matter of the job.
const NAMES = /^repo:[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+:.+$/;
const NAMES_AND_IDS = /^repo:[A-Za-z0-9_.-]+@([0-9]+)\/[A-Za-z0-9_.-]+@([0-9]+):.+$/;

/** What is wrong with `sub`, or null. Ids in it have to be those of the other claims; names prove nothing and are not compared. */
export function subjectProblem({
  sub,
  repository_id: repository,
  repository_owner_id: owner,
}: Pick<PlatformClaims, 'sub' | 'repository_id' | 'repository_owner_id'>): string | null {
  const ids = NAMES_AND_IDS.exec(sub);
  if (ids !== null)
    return ids[1] === owner && ids[2] === repository ? null : 'a subject with other ids than the claims beside it';
  return NAMES.test(sub) ? null : 'a subject of another shape';
}
