import { unknown, type Fact, type FactsDocument, type UnknownReason } from '@proofrail/core/context';
import { readOwnRun } from '../change/own-run.ts';
import { organisationFiles } from '../configuration/organisation-files.ts';
import type { Branch } from './branch.ts';
import type { Collected } from './collected.ts';
import type { Collection } from './context.ts';
import { standingPolicy } from './standing-policy.ts';

export interface Unclaimed extends Branch {
  readonly kind: 'merge_group' | 'push' | 'deployment';
  readonly commit: string;
  /** What stood on the branch before it came; null where the branch is new. */
  readonly before: string | null;
  readonly why: UnknownReason;
}

/**
 * A commit that comes from no pull request that anybody can name. There is nothing to know about it, so everything about it is unknown
 * and each rule that reads it fails: the gate denies, and has a document to record the denial with (gate.md row 48).
 */
export async function collectUnclaimed(unclaimed: Unclaimed, collection: Collection): Promise<Collected> {
  const { repository, branch, kind, commit, before, why } = unclaimed;
  const { asker, run, deps } = collection;
  const { owner, name } = repository;
  const gate = deps.organisation;
  const configuration = await standingPolicy(asker, { repository, branch, before, belowOrganisation: gate !== null });
  const organisation =
    gate === null
      ? () => null
      : await organisationFiles(asker, gate, await readOwnRun(asker, { ...repository, run: run.run.id }));
  const nothing: Fact<never> = unknown(why);
  const facts: FactsDocument = {
    schema: 'proofrail.facts/v1',
    read_at: new Date(deps.now()).toISOString(),
    platform: 'github',
    repository: { id: repository.id, name: `${owner}/${name}` },
    run: { ...run.run, event: run.event, workflow: run.workflow },
    change: {
      kind,
      number: null,
      head: { commit, branch, repository_id: repository.id },
      base: { commit: before ?? commit, branch },
      checked: commit,
      landed: commit,
      merge_queue: nothing,
      last_push: nothing,
    },
    accounts: [],
    contributors: nothing,
    reviews: nothing,
    checks: nothing,
    scans: nothing,
    images: nothing,
    files: nothing,
    threads: nothing,
    tickets: nothing,
    environment: null,
  };
  return {
    facts,
    reports: [],
    configuration,
    organisation,
    missing: asker.missing,
  };
}
