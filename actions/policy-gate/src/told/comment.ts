import {
  COMMENT_MARKER,
  keepComment,
  MOST_BYTES_OF_A_COMMENT,
  type GitHubApi,
  type JudgedSubject,
  type KeptComment,
} from '@proofrail/github';
import { pause, systemClock } from '@proofrail/machine';
import { cutMarkdown, type Annotation } from '@proofrail/runner';
import type { Gated } from '../run.ts';
import { summary } from '../summary.ts';

const ROOM = MOST_BYTES_OF_A_COMMENT - COMMENT_MARKER.length - 1;

/**
 * The job's page as a comment below its pull request, and a warning if that fails: the decision is made and recorded, and what somebody
 * reads below a pull request decides nothing. None for what has no pull request of its own, and none where the run may not write anything.
 */
export async function comment(subject: JudgedSubject, gated: Gated, api: GitHubApi): Promise<Annotation[]> {
  if ((subject.kind !== 'pull_request' && subject.kind !== 'break_glass') || gated.recording !== 'here') return [];
  const waiting = { now: () => systemClock.now(), sleep: pause };
  const kept = await keepComment(subject, cutMarkdown(summary(gated), ROOM), api, waiting).catch(unanswered);
  if (kept.kind === 'written') return [];
  return [{ kind: 'warning', title: 'The comment was not written', message: `${kept.found}. ${kept.doThis}` }];
}

const unanswered = (thrown: unknown): KeptComment => ({
  kind: 'not-written',
  found: thrown instanceof Error ? thrown.message : String(thrown),
  doThis: 'The decision stands all the same.',
});
