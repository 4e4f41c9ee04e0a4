import { unknown, type Fact, type FactsDocument, type UnknownReason } from '@proofrail/core/context';
import * as v from 'valibot';
import { notReadable } from '../asking/github-failure.ts';
import { readOwnRun } from '../change/own-run.ts';
import { oid } from '../change/wire.ts';
import { organisationFiles } from '../configuration/organisation-files.ts';
import { proofrailFiles, proofrailPart } from '../configuration/proofrail-files.ts';
import { FOLDER_DOCUMENT } from '../documents/folder-document.ts';
import type { Collected } from './collected.ts';
import type { Collection } from './context.ts';
import type { Branch } from './origins.ts';

export interface Unclaimed extends Branch {
  readonly kind: 'merge_group' | 'push' | 'deployment';
  readonly commit: string;
  /** Whose `.proofrail/` judges it. */
  readonly base: string;
  readonly why: UnknownReason;
}

/**
 * A commit that comes from no pull request that anybody can name. There is nothing to know about it, so everything about it is unknown
 * and each rule that reads it fails: the gate denies, and has a document to record the denial with (gate.md row 48).
 */
export async function collectUnclaimed(unclaimed: Unclaimed, collection: Collection): Promise<Collected> {
  const { repository, branch, kind, commit, base, why } = unclaimed;
  const { asker, run, deps } = collection;
  const { owner, name } = repository;
  const answer = await asker.graphql(FOLDER_DOCUMENT, { owner, name, commit: base });
  const folder = answer.part(['repository', 'object'], v.object({ ...proofrailPart.entries, oid }), 'contents');
  const gate = deps.organisation;
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
      base: { commit: base, branch },
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
    configuration: () => {
      if (!folder.known) throw notReadable('.proofrail/ on the protected branch', folder.why, 'contents');
      return proofrailFiles(folder.value.proofrail, `.proofrail of ${base}`, gate !== null);
    },
    organisation,
    missing: asker.missing,
  };
}
