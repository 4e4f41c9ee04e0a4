import { unknown, type EnvironmentFacts, type Fact, type FactsDocument, type UnknownReason } from '@proofrail/core/context';
import { distinctAccounts, NOBODY } from '../change/account.ts';
import { readEnvironment } from '../change/environment.ts';
import { readOwnRun, type OwnRun } from '../change/own-run.ts';
import { organisationFiles } from '../configuration/organisation-files.ts';
import type { Branch } from './branch.ts';
import type { Told } from './collected.ts';
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
export async function collectUnclaimed(unclaimed: Unclaimed, collection: Collection): Promise<Told> {
  const { repository, branch, kind, commit, before, why } = unclaimed;
  const { asker, run, deps } = collection;
  const { owner, name } = repository;
  const gate = deps.organisation;
  const configuration = await standingPolicy(asker, { repository, branch, before, belowOrganisation: gate !== null });
  const ownRun: Fact<OwnRun> =
    gate === null && deps.environment === null ? unknown('absent') : await readOwnRun(asker, { ...repository, run: run.run.id });
  const organisation = gate === null ? () => null : await organisationFiles(asker, gate, ownRun);
  const environment = await guardsOf(unclaimed, collection, ownRun);
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
    accounts: environment.accounts,
    contributors: nothing,
    reviews: nothing,
    checks: nothing,
    scans: nothing,
    images: nothing,
    files: nothing,
    threads: nothing,
    tickets: nothing,
    environment: environment.facts,
  };
  return {
    facts,
    reports: [],
    configuration,
    organisation,
    missing: asker.missing,
  };
}

interface Guards {
  readonly facts: EnvironmentFacts | null;
  readonly accounts: FactsDocument['accounts'];
}

/** It was to go there all the same: what guards the place, and who let the run in, does not depend on the commit. */
async function guardsOf({ repository, why }: Unclaimed, { asker, run, deps }: Collection, ownRun: Fact<OwnRun>): Promise<Guards> {
  if (deps.environment === null) return { facts: null, accounts: [] };
  const { owner, name } = repository;
  const read = await readEnvironment(asker, { owner, name, environment: deps.environment, run: run.run, ownRun });
  return {
    facts: { ...read.facts, decision: unknown(why) },
    accounts: distinctAccounts(read.accounts.filter(({ id }) => id !== NOBODY)),
  };
}
