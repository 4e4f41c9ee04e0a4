import { ConfigurationError } from '@proofrail/core/outcomes';
import { subjectOf } from './event.ts';
import type { JudgedSubject, UnsupportedSubject } from './subject.ts';

/** @throws ConfigurationError `event/unsupported` for an event that names no change */
export function judgedSubjectOf(event: string, payload: unknown): JudgedSubject {
  const subject = subjectOf(event, payload);
  if (subject.kind === 'unsupported') throw unsupportedEvent(subject);
  return subject;
}

export const unsupportedEvent = ({ event, why }: UnsupportedSubject): ConfigurationError =>
  new ConfigurationError('event/unsupported', {
    expected:
      'pull_request, pull_request_review, merge_group, push to a branch, deployment, or workflow_dispatch with "exception" and "pull_request"',
    found: why === 'event' ? event : `${event} with a payload that names no change`,
    at: 'the event of this run',
    doThis: 'Start the gate on one of these events; "proofrail init" writes the workflow.',
  });
