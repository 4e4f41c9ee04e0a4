import { unknownOf, type Fact, type FactsDocument } from '@proofrail/core/context';
import { notReadable } from '../asking/github-failure.ts';
import { distinctAccounts, NOBODY } from '../change/account.ts';
import { contributorsOf } from '../change/contributors.ts';
import { checksOf } from '../change/checks.ts';
import { filesFact } from '../change/files.ts';
import { manifestsIn } from '../change/manifests.ts';
import { mergeQueueOf } from '../change/merge-queue.ts';
import { reviewsOf } from '../change/reviews.ts';
import { threadsOf } from '../change/threads.ts';
import { ticketsOf } from '../change/tickets.ts';
import { forcePushers } from '../change/timeline.ts';
import type { ChangeReading } from './change-reading.ts';
import type { Collection } from './context.ts';
import type { WantedChange } from './wanted-change.ts';

type Account = FactsDocument['accounts'][number];

/** What was read, told as facts. Every list is in an order of its own, whatever the pages had. */
export async function factsOf(reading: ChangeReading, wanted: WantedChange, { run, deps }: Collection): Promise<FactsDocument> {
  const { head, connections, demands, pending, ownRun, instigators, environment } = reading;
  const opener = head.pullRequest.author;
  const contributors = contributorsOf({ opener, commits: connections.commits, pushers: pushersOf(reading), instigators });
  const reviews = reviewsOf(connections.reviews, connections.timeline, head.pullRequest.mergedAt);
  const checks = checksOf(reading.contexts, { ownRun: run.run.id, repository: head.repository });
  const accounts = [...contributors.accounts, ...reviews.accounts, ...(environment?.accounts ?? [])];
  return {
    schema: 'proofrail.facts/v1',
    read_at: new Date(deps.now()).toISOString(),
    platform: 'github',
    repository: head.repository,
    run: { ...run.run, event: run.event, workflow: ownRun.known ? ownRun.value.path : run.workflow },
    change: changeOf(reading, wanted),
    accounts: distinctAccounts(accounts.filter(({ id }) => id !== NOBODY)),
    contributors: contributors.fact,
    reviews: reviews.fact,
    checks: pending.checks.length > 0 ? unknownOf('pending', pending.checks) : checks,
    scans: reading.scans.fact,
    images: await imagesIn(reading),
    files: filesFact(reading.files),
    threads: threadsOf(connections.threads, head.labels, demands.securityMarks),
    tickets: ticketsOf(connections.tickets, head.words, demands.ticketPattern),
    environment: environment?.facts ?? null,
  };
}

/** Reading manifests takes a reader of YAML, of many dialects: most changes have none, and their gate loads none. */
async function imagesIn({ files, again }: ChangeReading): Promise<FactsDocument['images']> {
  const manifests = manifestsIn(files);
  if (!manifests.known) return manifests;
  if (manifests.value.length === 0) return { known: true, value: { items: [], total: 0 } };
  return (await import('../change/images.ts')).imagesOf(manifests.value, again.fileAt);
}

function changeOf({ head, checked, rules, pushes }: ChangeReading, wanted: WantedChange): FactsDocument['change'] {
  const base = wanted.configured ?? head.tip;
  if (base === null) throw notReadable('the branch that the change goes to', 'no such branch', 'contents');
  const { headRefOid, headRefName, baseRefName, number } = head.pullRequest;
  const from = head.source.known ? head.source.value : null;
  return {
    kind: wanted.kind,
    number,
    // A fork that was deleted, or that hides itself, is least of all this repository.
    head: { commit: headRefOid, branch: headRefName, repository_id: from?.databaseId ?? NOBODY },
    base: { commit: base, branch: baseRefName },
    checked,
    landed: wanted.landed,
    merge_queue: mergeQueueOf(rules, head.queued),
    last_push: pushes.last,
  };
}

function pushersOf({ pushes, connections: { timeline } }: ChangeReading): Fact<readonly Account[]> {
  if (!pushes.pushers.known) return pushes.pushers;
  return timeline.known ? { known: true, value: [...pushes.pushers.value, ...forcePushers(timeline.value)] } : timeline;
}
