import * as v from 'valibot';
import type { Asker } from './asking/asker.ts';
import { ENDPOINTS } from './asking/endpoints.ts';
import { notReadable } from './asking/github-failure.ts';
import { named, numericId } from './change/wire.ts';

export interface FoundRepository {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  /** As GitHub spells it now. */
  readonly fullName: string;
}

const body = v.object({ id: numericId, full_name: named(200) });

/** Which repository bears a name that a person typed. UnavailableError `github/not-readable` and others of GitHub. */
export async function findRepository(asker: Asker, owner: string, name: string): Promise<FoundRepository> {
  const found = await asker.rest(ENDPOINTS.repository, { owner, repo: name }, body);
  if (!found.known) throw notReadable(`the repository ${owner}/${name}`, found.why, 'metadata');
  return { id: found.value.id, owner, name, fullName: found.value.full_name };
}
