import type { Change } from './change.ts';
import { changedFiles } from '../state/changed-files.ts';

/** Builds the commit that `pull_request` workflows check out; here the head's side of every file wins. */
export function tryMerge({ scenario, pullRequest }: Change): void {
  const { git } = scenario;
  const base = pullRequest.base.seen;
  const head = pullRequest.head.commit;
  const files = new Map(git.filesOf(git.commit(base).tree));
  const after = git.filesOf(git.commit(head).tree);
  for (const { path, previous } of changedFiles(git, base, head)) {
    if (previous !== null) files.delete(previous);
    const file = after.get(path);
    if (file === undefined) files.delete(path);
    else files.set(path, file);
  }
  const identity = { name: 'GitHub', email: 'noreply@github.com', date: scenario.now };
  const message = `Merge ${head} into ${base}`;
  pullRequest.testMerge = git.write(files, {
    parents: [base, head],
    author: identity,
    committer: identity,
    message,
    signature: null,
  }).oid;
}
