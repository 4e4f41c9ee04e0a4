import { unknown, type Fact, type FactsDocument } from '@proofrail/core/context';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { notReadable } from '../asking/github-failure.ts';
import { distinctAccounts, NOBODY } from '../change/account.ts';
import { readBranchRules } from '../change/branch-rules.ts';
import { changeHead, PULL_REQUEST, type ChangeHead } from '../change/change-head.ts';
import { readEnvironment } from '../change/environment.ts';
import { readFiles } from '../change/files.ts';
import { imagesOf, manifestsIn } from '../change/images.ts';
import { readOwnRun, type OwnRun } from '../change/own-run.ts';
import { readPushes } from '../change/pushes.ts';
import { NO_DEMANDS, type Demands } from '../demands.ts';
import { CHANGE_DOCUMENT } from '../documents/change-document.ts';
import { readAnalyses } from '../scans/code-scanning.ts';
import { readScanReports, type Scans } from '../scans/scan-reports.ts';
import { workflowsPart } from '../scans/workflows.ts';
import { tell, type ChangeReading } from './change-reading.ts';
import type { Collected } from './collected.ts';
import { readConnections } from './connections.ts';
import type { Collection } from './context.ts';
import { policySource, type PolicySource } from './policy-source.ts';
import { lookAgain, type SecondLook } from './second-look.ts';
import { pendingIn, waitForProducers } from './wait-for-producers.ts';
import type { WantedChange } from './wanted-change.ts';
import { allContexts, contextsIn, readContexts } from './what-ran.ts';

/** Head or base moved while they were read: so often everything is read anew before the gate gives up (gate.md row 2). */
const MOST_READINGS = 3;

/**
 * The facts of one pull request. Several calls are no snapshot: head and live tip are read again last, and a change that moved is read
 * anew from the beginning. UnavailableError where GitHub does not say what the change is.
 */
export async function collectChange(wanted: WantedChange, collection: Collection): Promise<Collected> {
  for (let readings = 1; ; readings += 1) {
    const read = await readOnce(wanted, collection);
    if (read.waited) {
      readings -= 1;
      continue;
    }
    if (!read.moved) return read.collected;
    if (readings >= MOST_READINGS) return { ...read.collected, facts: allMoved(read.collected.facts), reports: [] };
  }
}

type Reading = { readonly waited: true } | { readonly waited: false; readonly moved: boolean; readonly collected: Collected };

async function readOnce(wanted: WantedChange, collection: Collection): Promise<Reading> {
  const { asker, run, deps } = collection;
  const { owner, name } = wanted.repository;
  const answer = await asker.graphql(CHANGE_DOCUMENT, {
    owner,
    name,
    number: wanted.number,
    elsewhere: wanted.checked !== null,
    checked: wanted.checked,
    pinned: wanted.configured !== null,
    configured: wanted.configured,
  });
  const head = changeHead(answer);
  requireSame(head, wanted);
  const rules = await readBranchRules(asker, { owner, name, branch: head.pullRequest.baseRefName });
  const policy = policySource(answer, head, wanted, rules);
  const demands = demandsOf(policy, collection);

  const checked = wanted.checked ?? head.pullRequest.headRefOid;
  const where = { owner, name, commit: checked };
  const atChecked = wanted.checked === null ? [...PULL_REQUEST, 'judged', 'nodes', 0, 'commit'] : ['repository', 'elsewhere'];
  const contexts = await allContexts(asker, where, contextsIn(answer, atChecked));
  const producers = { commit: checked, repository: head.repository, ownRun: run.run.id, demands };
  if (await waitForProducers(contexts, producers, collection, () => readContexts(asker, where))) return { waited: true };
  const pending = pendingIn(contexts, producers);

  const connections = await readConnections(asker, answer, wanted);
  const commits = new Set(connections.commits.known ? connections.commits.value.map(({ commit }) => commit.oid) : []);
  const ownRun = await readOwnRun(asker, { owner, name, id: head.repository.id, run: run.run.id });
  const pushes = await pushesOf(head, wanted, collection, commits);
  const files = await readFiles(asker, { owner, name, number: wanted.number }, head.pullRequest.changedFiles);
  const reading: ChangeReading = { head, rules, connections, contexts, pushes, files, ownRun, demands };
  const told = tell(reading, run);

  const judged = answer.part(atChecked, workflowsPart, 'contents');
  const scans = pending.scans
    ? { fact: unknown('pending'), reports: [] }
    : await readScanReports(asker, deps.artifacts, {
        ...where,
        repository: head.repository,
        contexts,
        judged: judged.known ? { known: true, value: judged.value.workflows } : judged,
        trusted: policy.workflows,
        sources: demands.reports,
        textOf: async (blob) => (await lookAgain(asker, wanted, [blob])).textOf(blob),
      });
  const analyses = await readAnalyses(asker, {
    owner,
    name,
    number: wanted.number,
    commits: [checked, head.testMerge ?? checked],
    delivered: scannersOf(scans),
  });
  const environment =
    deps.environment === null
      ? null
      : await readEnvironment(asker, { owner, name, environment: deps.environment, run: run.run, ownRun });

  const manifests = manifestsIn(files);
  const again = await lookAgain(asker, wanted, manifests.known ? manifests.value.map(({ blob }) => blob) : []);
  const accounts = [
    ...told.accounts,
    ...(pushes.pushers.known ? pushes.pushers.value : []),
    ...(environment?.accounts ?? []),
  ].filter(({ id }) => id !== NOBODY);
  const facts: FactsDocument = {
    schema: 'proofrail.facts/v1',
    read_at: new Date(deps.now()).toISOString(),
    platform: 'github',
    repository: head.repository,
    run: runOf(collection, ownRun),
    change: {
      ...changeOf(head, wanted, checked),
      merge_queue: told.facts.merge_queue,
      last_push: pushes.last,
    },
    accounts: distinctAccounts(accounts),
    contributors: told.facts.contributors,
    reviews: told.facts.reviews,
    checks: pending.checks ? unknown('pending') : told.facts.checks,
    scans: scans.fact,
    images: imagesOf(manifests, again.textOf),
    files: told.facts.files,
    threads: told.facts.threads,
    tickets: told.facts.tickets,
    environment: environment?.facts ?? null,
  };
  const collected: Collected = {
    facts,
    reports: [...scans.reports, ...analyses],
    configuration: policy.configuration,
    missing: asker.missing,
  };
  return { waited: false, moved: hasMoved(again.now, head, wanted), collected };
}

/** The name in a payload may by now be somebody else's: the number that came with it is not. */
function requireSame({ repository, pullRequest }: ChangeHead, wanted: WantedChange): void {
  if (repository.id !== wanted.repository.id)
    throw notReadable(`the repository ${wanted.repository.id}`, repository.id, 'contents');
  if (pullRequest.number !== wanted.number) throw notReadable('the pull request asked for', 'another one', 'pull-requests');
}

function demandsOf(policy: PolicySource, { deps }: Collection): Demands {
  try {
    return deps.demandsOf(policy.configuration());
  } catch (thrown) {
    if (thrown instanceof ConfigurationError) return NO_DEMANDS;
    throw thrown;
  }
}

function pushesOf({ pullRequest }: ChangeHead, wanted: WantedChange, { asker }: Collection, commits: ReadonlySet<string>) {
  const from = pullRequest.headRepository;
  if (from === null) return { last: unknown('absent'), pushers: unknown('absent') };
  const branch = {
    owner: from.owner.login,
    name: from.name,
    branch: pullRequest.headRefName,
    head: pullRequest.headRefOid,
    // Once the change has landed its branch may have gone on.
    live: wanted.landed === null,
  };
  return readPushes(asker, branch, commits);
}

function changeOf(
  { pullRequest, tip }: ChangeHead,
  wanted: WantedChange,
  checked: string,
): Omit<FactsDocument['change'], 'merge_queue' | 'last_push'> {
  const base = wanted.configured ?? tip;
  if (base === null) throw notReadable('the branch that the change goes to', 'no such branch', 'contents');
  const { headRefOid, headRefName, baseRefName, headRepository, number } = pullRequest;
  return {
    kind: wanted.kind,
    number,
    // A fork that was deleted is no repository, and least of all this one.
    head: { commit: headRefOid, branch: headRefName, repository_id: headRepository?.databaseId ?? NOBODY },
    base: { commit: base, branch: baseRefName },
    checked,
    landed: wanted.landed,
  };
}

function runOf({ run }: Collection, ownRun: Fact<OwnRun>): FactsDocument['run'] {
  return { ...run.run, event: run.event, workflow: ownRun.known ? ownRun.value.path : run.workflow };
}

const scannersOf = ({ fact }: Scans): string[] => (fact.known ? fact.value.items.map(({ scanner }) => scanner) : []);

/** A tip that went on is no matter to what has landed already; nothing else may differ. */
function hasMoved(now: Fact<SecondLook>, { pullRequest, tip }: ChangeHead, { landed, kind }: WantedChange): boolean {
  if (!now.known || now.value.head !== pullRequest.headRefOid || now.value.base !== pullRequest.baseRefName) return true;
  return now.value.tip !== tip && (landed === null || kind === 'merge_group');
}

/** What was read belongs to more than one state of the change. */
function allMoved(facts: FactsDocument): FactsDocument {
  const moved = unknown('moved');
  return {
    ...facts,
    change: { ...facts.change, last_push: moved },
    contributors: moved,
    reviews: moved,
    checks: moved,
    scans: moved,
    images: moved,
    files: moved,
    threads: moved,
    tickets: moved,
  };
}
