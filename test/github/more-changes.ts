import { approve, commitFiles, moveBranch, openPullRequest, runWorkflow, type SoundChange } from '@proofrail/testkit';

/** A second change as sound as the first, by the same people. */
export function another(change: SoundChange): SoundChange {
  const { scenario, repository, author, security, platform } = change;
  const parents = [repository.branches.get('main') ?? ''];
  const head = commitFiles(scenario, { files: { 'src/other.js': 'export {};\n' }, parents, author });
  moveBranch(scenario, repository, 'feature/other', head.oid, author.id);
  const opened = openPullRequest(scenario, repository, { number: 42, author, from: { branch: 'feature/other' } });
  approve(opened, security);
  approve(opened, platform);
  return { ...change, ...opened };
}

/** The runs of the sound change once more, on a commit that is not its head. */
export function runOn(change: SoundChange, commit: string, event: string): void {
  const { scenario, repository, pullRequest, author, runs } = change;
  const branch = event === 'pull_request' ? pullRequest.head.branch : 'main';
  const about = { commit, branch, actor: author, event };
  runWorkflow(scenario, repository, { ...about, path: '.github/workflows/test.yml', jobs: { test: 'success' } });
  const scan = runWorkflow(scenario, repository, {
    ...about,
    path: '.github/workflows/security-scan.yml',
    jobs: { sast: 'success' },
  });
  // The same bytes: what a scanner says of the same tree.
  scan.artifacts.push(...runs.scan.artifacts);
}
