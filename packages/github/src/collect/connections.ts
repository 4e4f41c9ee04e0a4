import type { Fact } from '@proofrail/core/context';
import type { Asker } from '../asking/asker.ts';
import type { GraphQlAnswer } from '../asking/graphql-answer.ts';
import { allNodes } from '../change/all-nodes.ts';
import { PULL_REQUEST } from '../change/change-head.ts';
import { commitsPart, type CommitNode } from '../change/commits.ts';
import { reviewsPart, type ReviewNode } from '../change/reviews.ts';
import { threadsPart, type ThreadNode } from '../change/threads.ts';
import { ticketsPart, type TicketNode } from '../change/tickets.ts';
import { timelinePart, type TimelineNode } from '../change/timeline.ts';
import type { Connection } from '../change/wire.ts';
import { PAGE_DOCUMENTS } from '../documents/page-documents.ts';
import type { ConnectionName } from '../documents/selections.ts';
import type { WantedChange } from './wanted-change.ts';

/** The lists of a pull request, each to its end or unknown. */
export interface Connections {
  readonly commits: Fact<CommitNode[]>;
  readonly reviews: Fact<ReviewNode[]>;
  readonly timeline: Fact<TimelineNode[]>;
  readonly threads: Fact<ThreadNode[]>;
  readonly tickets: Fact<TicketNode[]>;
}

export async function readConnections(
  asker: Asker,
  first: GraphQlAnswer,
  { repository, number }: WantedChange,
): Promise<Connections> {
  const all = <T extends { id: string }>(
    name: ConnectionName,
    read: (answer: GraphQlAnswer) => Fact<Connection<T>>,
  ): Promise<Fact<T[]>> =>
    allNodes(read(first), async (after) =>
      read(await asker.graphql(PAGE_DOCUMENTS[name], { owner: repository.owner, name: repository.name, number, after })),
    );
  return {
    commits: await all('commits', (answer) => pick(answer.part(PULL_REQUEST, commitsPart, 'contents'), (part) => part.commits)),
    reviews: await all('reviews', (answer) =>
      pick(answer.part(PULL_REQUEST, reviewsPart, 'pull-requests'), (part) => part.reviews),
    ),
    timeline: await all('timelineItems', (answer) =>
      pick(answer.part(PULL_REQUEST, timelinePart, 'pull-requests'), (part) => part.timelineItems),
    ),
    threads: await all('reviewThreads', (answer) =>
      pick(answer.part(PULL_REQUEST, threadsPart, 'pull-requests'), (part) => part.reviewThreads),
    ),
    tickets: await all('closingIssuesReferences', (answer) =>
      pick(answer.part(PULL_REQUEST, ticketsPart, 'issues'), (part) => part.closingIssuesReferences),
    ),
  };
}

const pick = <T, U>(fact: Fact<T>, of: (value: T) => U): Fact<U> => (fact.known ? { known: true, value: of(fact.value) } : fact);
