import { memberOf } from '@proofrail/core/documents';

/** Dependabot's account, whose runs GitHub treats like those of a fork. By number: a name can be taken. */
const DEPENDABOT = 49699333;

/**
 * Whether this run has no identity to write evidence with, because the pull request comes from a fork or from Dependabot: it decides, and
 * the evidence is written at merge (gate.md 4.4). Asks the event for ids alone; a head repository that is gone was no part of this one.
 */
export function writtenAtMerge(event: string, payload: unknown): boolean {
  if (event !== 'pull_request' && event !== 'pull_request_review') return false;
  const head = memberOf(memberOf(memberOf(payload, 'pull_request'), 'head'), 'repo');
  const author = memberOf(memberOf(memberOf(payload, 'pull_request'), 'user'), 'id');
  const own = memberOf(memberOf(payload, 'repository'), 'id');
  return memberOf(head, 'id') !== own || author === DEPENDABOT;
}
