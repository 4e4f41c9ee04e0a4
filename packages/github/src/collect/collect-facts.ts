import { unknown, type Fact, type UnknownReason } from '@proofrail/core/context';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { Asker } from '../asking/asker.ts';
import { notReadable } from '../asking/github-failure.ts';
import { HeardAnswers } from '../asking/heard-answers.ts';
import type { GitHubApi } from '../github-api.ts';
import { unsupportedEvent } from '../judged-subject-of.ts';
import type { DeploymentSubject, MergeGroupSubject, PushSubject, Subject } from '../subject.ts';
import { lastCommits, type Arrival } from './arrival.ts';
import { arrivalsInQueue } from './arrivals-in-queue.ts';
import type { Branch } from './branch.ts';
import { collectChange } from './collect-change.ts';
import { collectUnclaimed } from './collect-unclaimed.ts';
import type { Collected, Told } from './collected.ts';
import type { Collection, CollectorDependencies, RunIdentity } from './context.ts';
import { readArrivals } from './read-arrivals.ts';
import { readAssociations } from './read-associations.ts';
import { readDefaultBranch } from './read-default-branch.ts';
import { readQueue } from './read-queue.ts';
import type { WantedChange } from './wanted-change.ts';

/**
 * What GitHub says about the change that an event is about: one answer per pull request, several for a merge group or a push. Nothing
 * in it comes from the event but the numbers that say what to ask for.
 *
 * @throws ConfigurationError `event/unsupported`; UnavailableError `github/...`
 */
export async function collectFacts(
  subject: Subject,
  run: RunIdentity,
  api: GitHubApi,
  deps: CollectorDependencies,
): Promise<readonly Collected[]> {
  const heard = new HeardAnswers();
  const deadline = deps.now() + deps.waitMinutes * 60_000;
  const collection = { asker: new Asker(api, deps, heard), heard, run, deps, deadline };
  if (subject.kind === 'unsupported') throw unsupportedEvent(subject);
  if (subject.repository.id !== run.repository.id) throw otherRepository(subject.repository.id, run.repository.id);
  switch (subject.kind) {
    case 'pull_request':
    case 'break_glass': {
      const { repository, number } = subject;
      const elsewhere = { checked: null, queueBranch: null, into: null, landed: null, configured: null };
      const told = await collectChange({ repository, number, kind: 'pull_request', ...elsewhere }, collection);
      return [{ ...told, answers: heard.of(0, 0) }];
    }
    case 'merge_group':
      return collectMergeGroup(subject, collection);
    case 'push':
      return collectPush(subject, collection);
    case 'deployment':
      return collectDeployment(subject, collection);
  }
}

/** Every pull request between the live tip and the group's head: entries before it in the queue have not landed either (rows 20, 47). */
async function collectMergeGroup(
  { repository, branch, head, queueBranch }: MergeGroupSubject,
  collection: Collection,
): Promise<Collected[]> {
  const where = { repository, branch };
  const queue = await readQueue(collection.asker, where);
  if (!queue.known) throw notReadable('the merge queue of the protected branch', queue.why, 'contents');
  const { tip, entries } = queue.value;
  const line = await readArrivals(collection.asker, where, tip, head);
  const arrivals: Fact<readonly Arrival[]> = line.known ? { known: true, value: arrivalsInQueue(line.value, entries) } : line;
  return collectArrivals(arrivals, { ...where, kind: 'merge_group', head, before: tip, queueBranch }, collection);
}

/** Judged by what stood on the branch before it came: a push does not bring the policy that judges it. */
async function collectPush({ repository, branch, head, before }: PushSubject, collection: Collection): Promise<Collected[]> {
  const where = { repository, branch };
  if (before === null) return collectArrivals(unknown('absent'), { ...where, kind: 'push', head, before }, collection);
  const line = await readArrivals(collection.asker, where, before, head);
  const arrivals = line.known ? await readAssociations(collection.asker, where, line.value) : line;
  return collectArrivals(arrivals, { ...where, kind: 'push', head, before }, collection);
}

/** Whatever was merged to bring the deployed commit, to whichever branch: it is judged by that branch's tip. */
async function collectDeployment({ repository, head }: DeploymentSubject, collection: Collection): Promise<Collected[]> {
  const fallback = await readDefaultBranch(collection.asker, repository);
  if (!fallback.known) throw notReadable('the default branch', fallback.why, 'contents');
  const arrivals = await readAssociations(collection.asker, { repository, branch: null }, [head]);
  const { name: branch, tip } = fallback.value;
  return collectArrivals(arrivals, { repository, branch, kind: 'deployment', head, before: tip }, collection);
}

interface Arrived extends Branch {
  readonly kind: 'merge_group' | 'push' | 'deployment';
  readonly head: string;
  /** What stood on the branch before; null where the branch is new. */
  readonly before: string | null;
  readonly queueBranch?: string;
}

async function collectArrivals(
  arrivals: Fact<readonly Arrival[]>,
  arrived: Arrived,
  collection: Collection,
): Promise<Collected[]> {
  const { heard } = collection;
  const shared = heard.count;
  const withAnswers = async (tell: () => Promise<Told>): Promise<Collected> => {
    const from = heard.count;
    return { ...(await tell()), answers: heard.of(shared, from) };
  };
  const unclaimed = (commit: string, why: UnknownReason) =>
    withAnswers(() => collectUnclaimed({ ...arrived, commit, why }, collection));
  if (!arrivals.known) return [await unclaimed(arrived.head, arrivals.why)];
  // Nothing arrived: nothing checked is never ok.
  if (arrivals.value.length === 0) return [await unclaimed(arrived.head, 'absent')];
  const collected: Collected[] = [];
  for (const [number, commit] of lastCommits(arrivals.value)) {
    const wanted = wantedOf(arrived, number, commit);
    collected.push(await withAnswers(() => collectChange(wanted, collection)));
  }
  for (const { commit, pullRequests } of arrivals.value)
    if (pullRequests.length === 0) collected.push(await unclaimed(commit, 'absent'));
  return collected;
}

function wantedOf(arrived: Arrived, number: number, commit: string): WantedChange {
  const { repository, branch, kind, head, before, queueBranch = null } = arrived;
  return {
    ...{ repository, number, kind, queueBranch },
    checked: kind === 'merge_group' ? head : null,
    into: kind === 'merge_group' ? branch : null,
    landed: kind === 'merge_group' ? head : commit,
    configured: kind === 'push' ? before : null,
  };
}

const otherRepository = (found: string, expected: string): ConfigurationError =>
  new ConfigurationError('event/other-repository', {
    expected: `an event of repository ${expected}, in which this job runs`,
    found: `one of repository ${found}`,
    at: 'the event of this run',
    doThis: 'Run the gate in the repository whose change it judges.',
  });
