import { unknown, type Fact, type FactsDocument } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';
import { restActor } from './account.ts';
import { referencedWorkflows, type ReferencedWorkflows } from './referenced-workflows.ts';
import { named, numericId, time } from './wire.ts';

type Account = FactsDocument['accounts'][number];

const body = v.object({
  id: numericId,
  path: named(1024),
  event: named(64),
  run_attempt: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  created_at: time,
  repository: v.object({ id: numericId }),
  actor: restActor,
  triggering_actor: restActor,
  referenced_workflows: v.nullish(referencedWorkflows, []),
});

/** In place of the id of a run where a person asks. No run has it. */
export const NO_RUN = '0';

/** What GitHub itself says about the run that asks. */
export interface OwnRun {
  readonly path: string;
  readonly event: string;
  /** When its first attempt was made. */
  readonly createdAt: string;
  /** Who caused the event. */
  readonly actor: Account;
  /** Who started this attempt. */
  readonly triggeringActor: Account;
  readonly referenced: ReferencedWorkflows;
}

/** Our own run, by id. One of another repository or number is not ours, whatever the environment says. */
export async function readOwnRun(
  asker: Asker,
  where: { readonly owner: string; readonly name: string; readonly id: string; readonly run: string },
): Promise<Fact<OwnRun>> {
  if (where.run === NO_RUN) return unknown('absent');
  const read = await asker.rest(ENDPOINTS.run, { owner: where.owner, repo: where.name, run_id: Number(where.run) }, body);
  if (!read.known) return read;
  const { id, path, event, created_at, repository, actor, triggering_actor, referenced_workflows } = read.value;
  if (id !== where.run || repository.id !== where.id) return unknown('unusable');
  return {
    known: true,
    value: {
      ...{ path, event, createdAt: created_at, actor, triggeringActor: triggering_actor },
      referenced: referenced_workflows ?? [],
    },
  };
}
