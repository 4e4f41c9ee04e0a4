import { known, unknown, type Fact, type FactsDocument } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';
import { restActor } from './account.ts';
import type { OwnRun } from './own-run.ts';
import { numericId, oid } from './wire.ts';

type Account = FactsDocument['accounts'][number];

/** The change's own event. A reviewer's is not, nor that of whoever merges it or starts the gate by hand. */
const OF_THE_CHANGE = 'pull_request';
const PER_PAGE = 100;

const runsBody = v.object({
  total_count: v.number(),
  workflow_runs: v.array(
    v.object({ event: v.string(), head_sha: oid, repository: v.object({ id: numericId }), actor: restActor }),
  ),
});

export interface InstigatorsQuestion {
  readonly owner: string;
  readonly name: string;
  readonly id: string;
  readonly opener: Account;
  readonly head: string;
  readonly ownRun: Fact<OwnRun>;
}

/**
 * The people who set off a change that a machine opened: it is theirs too (gate.md row 7). A run on the change's own event knows who
 * caused it. Any other, of a queue, after the merge or by hand, asks for the runs that the change itself had at its head: what was
 * denied then must not be allowed for being asked another way. Where there are none, nobody can say.
 */
export async function readInstigators(asker: Asker, question: InstigatorsQuestion): Promise<Fact<readonly Account[]>> {
  const { owner, name, id, opener, head, ownRun } = question;
  if (opener.kind === 'human') return known([]);
  if (!ownRun.known) return ownRun;
  if (ownRun.value.event === OF_THE_CHANGE) return known(humansOf([ownRun.value.actor]));
  const parameters = { owner, repo: name, event: OF_THE_CHANGE, head_sha: head, per_page: PER_PAGE };
  const read = await asker.rest(ENDPOINTS.runs, parameters, runsBody);
  if (!read.known) return read;
  const { total_count: total, workflow_runs: runs } = read.value;
  if (runs.length !== total) return unknown('truncated');
  if (runs.length === 0) return unknown('absent');
  if (runs.some((run) => run.event !== OF_THE_CHANGE || run.head_sha !== head || run.repository.id !== id))
    return unknown('unusable');
  return known(humansOf(runs.map(({ actor }) => actor)));
}

const humansOf = (actors: readonly Account[]): Account[] => actors.filter(({ kind }) => kind === 'human');
