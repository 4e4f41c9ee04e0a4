import {
  close,
  commitFiles,
  moveBranch,
  openPullRequest,
  runWorkflow,
  sarifReport,
  type Change,
  type SoundChange,
} from '@proofrail/testkit';

const TEST = '.github/workflows/test.yml';
const SCAN = '.github/workflows/security-scan.yml';

export interface Opened {
  /** Of the head; the change's own unless another branch lies at the same commit. */
  readonly from?: string;
  readonly into?: string;
  readonly number?: number;
}

/** A branch of the author's own, with workflows that always succeed under the paths that the registry names. */
export function branchOfOnesOwn({ scenario, repository, author }: SoundChange, branch = 'mine'): void {
  const parents = [repository.branches.get('main') ?? ''];
  const files = {
    [TEST]: 'on: pull_request # and every job says yes\n',
    [SCAN]: 'on: pull_request # and every report is empty\n',
  };
  moveBranch(scenario, repository, branch, commitFiles(scenario, { files, parents, author }).oid, author.id);
}

/** A second pull request of the commit that the change is about, by its author. */
export function openBeside(change: SoundChange, { from, into = 'mine', number = 42 }: Opened = {}): Change {
  const { scenario, repository, pullRequest, author } = change;
  const { branch, commit, repository: source } = pullRequest.head;
  const lies = scenario.repository(source ?? repository.id);
  if (from !== undefined) moveBranch(scenario, lies, from, commit, author.id);
  if (!repository.branches.has(into)) branchOfOnesOwn(change, into);
  return openPullRequest(scenario, repository, { number, author, from: { repository: lies, branch: from ?? branch }, into });
}

/** What GitHub runs for a pull request, whichever: green, and nothing found. */
export function runFor(change: SoundChange, { pullRequest }: Change, conclusion: 'success' | 'failure' = 'success'): void {
  const { scenario, repository, author } = change;
  const { commit, branch } = pullRequest.head;
  const about = { commit, branch, actor: author, pullRequest };
  runWorkflow(scenario, repository, { ...about, path: TEST, jobs: { test: conclusion } });
  runWorkflow(scenario, repository, {
    ...about,
    path: SCAN,
    jobs: { sast: 'success', secrets: 'success' },
    artifacts: {
      'codeql-sarif': { 'codeql.sarif': JSON.stringify(sarifReport('CodeQL')) },
      'gitleaks-sarif': { 'gitleaks.sarif': JSON.stringify(sarifReport('Gitleaks')) },
    },
  });
}

/** Open, run, and closed again before anybody asks. */
export function inPassing(change: SoundChange, options: Opened = {}): Change {
  const twin = openBeside(change, options);
  runFor(change, twin);
  close(twin);
  return twin;
}
