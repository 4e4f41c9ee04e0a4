import type { Fact, FactsDocument } from '@proofrail/core/context';
import type { ChangeHead } from '../change/change-head.ts';
import { contributorsOf } from '../change/contributors.ts';
import { checksOf, type ContextNode } from '../change/checks.ts';
import { filesFact, type ChangedFile } from '../change/files.ts';
import { NOBODY } from '../change/account.ts';
import type { OwnRun } from '../change/own-run.ts';
import type { Pushes } from '../change/pushes.ts';
import { reviewsOf } from '../change/reviews.ts';
import { threadsOf } from '../change/threads.ts';
import { ticketsOf } from '../change/tickets.ts';
import type { Demands } from '../demands.ts';
import type { Connections } from './connections.ts';
import type { RunIdentity } from './context.ts';

type Account = FactsDocument['accounts'][number];

/** Everything that was read of a change, before it is told as facts. */
export interface ChangeReading {
  readonly head: ChangeHead;
  readonly rules: Fact<readonly string[]>;
  readonly connections: Connections;
  readonly contexts: Fact<readonly ContextNode[]>;
  readonly pushes: Pushes;
  readonly files: Fact<readonly ChangedFile[]>;
  readonly ownRun: Fact<OwnRun>;
  readonly demands: Demands;
}

type Told = Pick<FactsDocument, 'contributors' | 'reviews' | 'checks' | 'files' | 'threads' | 'tickets'> & {
  readonly merge_queue: FactsDocument['change']['merge_queue'];
};

/** The facts that need nothing more than what was read, and everybody whom they name. */
export function tell(reading: ChangeReading, run: RunIdentity): { readonly facts: Told; readonly accounts: readonly Account[] } {
  const { head, connections, demands } = reading;
  const opener = head.pullRequest.author;
  const contributors = contributorsOf({
    opener,
    commits: connections.commits,
    pushers: reading.pushes.pushers,
    instigator: instigatorOf(opener, reading.ownRun),
  });
  const reviews = reviewsOf(connections.reviews, connections.timeline);
  const forced = connections.timeline.known
    ? connections.timeline.value.flatMap((item) => (item.__typename === 'HeadRefForcePushedEvent' ? [item.actor] : []))
    : [];
  const words = head.words.known ? [head.words.value.title, head.words.value.body] : [];
  return {
    facts: {
      merge_queue: mergeQueueOf(reading.rules, head.queued),
      contributors: contributors.fact,
      reviews: reviews.fact,
      checks: checksOf(reading.contexts, { ownRun: run.run.id, repository: head.repository }),
      files: filesFact(reading.files),
      threads: threadsOf(connections.threads, head.labels, demands.securityMarks),
      tickets: ticketsOf(connections.tickets, words, demands.ticketPattern),
    },
    accounts: [...contributors.accounts, ...reviews.accounts, ...forced].filter(({ id }) => id !== NOBODY),
  };
}

/** A machine's change is also that of the person who set it off (gate.md row 7). A reviewer's event is not: only the change's own. */
function instigatorOf(opener: Account, run: Fact<OwnRun>): Fact<Account | null> {
  if (opener.kind === 'human') return { known: true, value: null };
  if (!run.known) return run;
  return { known: true, value: run.value.event === 'pull_request' && run.value.actor.kind === 'human' ? run.value.actor : null };
}

/** Said to be a queue, an awaited review only postpones the decision: so nothing but GitHub's own word says so. */
function mergeQueueOf(rules: Fact<readonly string[]>, queued: Fact<boolean>): Fact<boolean> {
  if (!rules.known) return rules;
  if (!queued.known) return queued;
  return { known: true, value: queued.value || rules.value.includes('merge_queue') };
}
