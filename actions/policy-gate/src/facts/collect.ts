import { configurationOf, type PolicyFiles, type UnjudgedChange } from '@proofrail/core/gate';
import type { KnownRules } from '@proofrail/core/controls';
import { ConfigurationError } from '@proofrail/core/outcomes';
import {
  collectFacts,
  demandsOf,
  type Collected,
  type CollectorDependencies,
  type GitHubApi,
  type JudgedSubject,
  type MissingPermission,
  type NamedEnvironment,
  type RunIdentity,
} from '@proofrail/github';
import { requireException } from './require-exception.ts';

export interface Collecting extends Omit<CollectorDependencies, 'demandsOf' | 'environment'> {
  readonly api: GitHubApi;
  readonly run: RunIdentity;
  readonly known: KnownRules;
  /** What the step says of its job; null: nothing. */
  readonly jobEnvironment: string | null;
}

/** The changes that a subject brings, with what judges them. */
export interface Collection {
  readonly changes: readonly UnjudgedChange[];
  readonly missing: readonly MissingPermission[];
}

/** Reads facts, reports and `.proofrail/` from GitHub, as it answers now. Throws what `collectFacts` throws. */
export async function collect(
  subject: JudgedSubject,
  { api, run, known, jobEnvironment, ...deps }: Collecting,
): Promise<Collection> {
  const collected = await collectFacts(subject, run, api, {
    ...deps,
    environment: environmentOf(subject, jobEnvironment),
    demandsOf: (repository, organisation) => demandsOf(configurationOf({ kind: 'files', repository, organisation }, known)),
  });
  const changes = collected.map((each) => ({
    facts: each.facts,
    answers: each.answers,
    source: 'read' as const,
    configuration: policyFiles(each, subject, known, Math.floor(deps.now() / 1000)),
    reports: each.reports.map(({ bytes }) => bytes),
  }));
  const missing = new Map(collected.flatMap((each) => each.missing.map((permission) => [permission.yaml, permission] as const)));
  return { changes, missing: [...missing.values()] };
}

/** That of the job guards this very run, so it stands before the one that an event speaks of. */
function environmentOf(subject: JudgedSubject, jobEnvironment: string | null): NamedEnvironment | null {
  if (jobEnvironment !== null) return { name: jobEnvironment, by: 'input' };
  return subject.kind === 'deployment' ? { name: subject.environment, by: 'event' } : null;
}

/** A folder that cannot be used is a verdict on the change, not the end of the step: it has to be on record. */
function policyFiles(collected: Collected, subject: JudgedSubject, known: KnownRules, at: number): PolicyFiles {
  try {
    const files = { kind: 'files', repository: collected.configuration(), organisation: collected.organisation() } as const;
    if (subject.kind === 'break_glass')
      requireException({ id: subject.exception, repository: collected.facts.repository.id, at }, configurationOf(files, known));
    return files;
  } catch (thrown) {
    if (thrown instanceof ConfigurationError) return { kind: 'unusable', fault: thrown };
    throw thrown;
  }
}
