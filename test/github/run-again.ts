import { approve, type SoundChange } from '@proofrail/testkit';

/** The scans and checks of the sound change, about the head as it is now. */
export function runAgain(change: SoundChange): void {
  const head = change.pullRequest.head.commit;
  for (const run of change.repository.runs.values()) run.headSha = head;
  const moved = change.repository.checkRuns.map((check) => ({ ...check, commit: head }));
  change.repository.checkRuns.splice(0, moved.length, ...moved);
}

/** Both reviewers have looked at the head as it is now. */
export function approveAgain(change: SoundChange): void {
  change.pullRequest.reviews.length = 0;
  approve(change, change.security);
  approve(change, change.platform);
}
