import type { Person } from '../state/person.ts';
import type { ReviewThread } from '../state/pull-request.ts';
import type { Change } from './change.ts';

/** A review thread of one comment; resolved by somebody, or open. */
export function discuss(change: Change, by: Person, body: string, resolvedBy: Person | null = null): ReviewThread {
  const { scenario, pullRequest } = change;
  const thread: ReviewThread = {
    id: scenario.nextId(),
    path: 'src/refund.js',
    line: 1,
    resolvedBy: resolvedBy?.id ?? null,
    outdated: false,
    comments: [{ id: scenario.nextId(), author: by.id, body, at: scenario.later() }],
  };
  pullRequest.threads.push(thread);
  return thread;
}
