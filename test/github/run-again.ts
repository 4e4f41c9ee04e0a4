import { approve, runWorkflow, type SoundChange } from '@proofrail/testkit';

/** The scans and checks of the sound change, about the head as it is now. */
export function runAgain(change: SoundChange): void {
  const head = change.pullRequest.head.commit;
  for (const run of change.repository.runs.values()) run.headSha = head;
  const moved = change.repository.checkRuns.map((check) => ({ ...check, commit: head }));
  change.repository.checkRuns.splice(0, moved.length, ...moved);
}

/** New runs of the scans and checks, on the head and base as they are now: what GitHub starts when the change is opened, pushed to or edited. */
export function runAnew(change: SoundChange, event = 'pull_request'): void {
  const { scenario, repository, pullRequest, author, runs } = change;
  const about = { commit: pullRequest.head.commit, branch: pullRequest.head.branch, actor: author, pullRequest, event };
  runWorkflow(scenario, repository, { ...about, path: runs.test.path, jobs: { test: 'success' } });
  const jobs = { sast: 'success', secrets: 'success' } as const;
  const scan = runWorkflow(scenario, repository, { ...about, path: runs.scan.path, jobs });
  // The same bytes: what a scanner says of the same tree.
  scan.artifacts.push(...runs.scan.artifacts);
}

/** Both reviewers have looked at the head as it is now. */
export function approveAgain(change: SoundChange): void {
  change.pullRequest.reviews.length = 0;
  approve(change, change.security);
  approve(change, change.platform);
}
