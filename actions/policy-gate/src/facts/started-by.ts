import { memberOf } from '@proofrail/core/documents';
import { judgedSubjectOf, type JudgedSubject } from '@proofrail/github';
import type { RunContext } from '@proofrail/runner';

export interface Start {
  readonly subject: JudgedSubject;
  /** What the intent is about: by the event's word, because nothing has been read yet. */
  readonly commit: string;
}

/** @throws ConfigurationError `event/unsupported` */
export function startedBy({ event, commit }: Pick<RunContext, 'event' | 'commit'>, payload: EventPayload): Start {
  const subject = judgedSubjectOf(event, payload);
  return { subject, commit: 'head' in subject ? subject.head : (headIn(payload) ?? commit) };
}

export type EventPayload = Readonly<Record<string, unknown>>;

/** The runner's commit of a pull request is a merge of the platform's making, which nobody will ever look for. */
function headIn({ pull_request: pullRequest }: EventPayload): string | null {
  const head = memberOf(memberOf(pullRequest, 'head'), 'sha');
  return typeof head === 'string' && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(head) ? head : null;
}
