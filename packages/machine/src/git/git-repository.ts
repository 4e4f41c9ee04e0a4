import { ConfigurationError, UnavailableError } from '@proofrail/core/outcomes';
import type { GitHistory, HistoryCommit, ReplayAnswer, TreeAnswer } from '@proofrail/core/ports';
import { filesOf } from './files-of.ts';
import { GitDesk } from './git-desk.ts';
import { replayTrees } from './replay-trees.ts';
import { failed } from './run-git.ts';

/** The history of a repository on this machine, computed by git itself and by nothing that the repository brings along. */
export class GitRepository implements GitHistory, Disposable {
  readonly #desk: GitDesk;

  private constructor(desk: GitDesk) {
    this.#desk = desk;
  }

  /** What `GitDesk.over` throws. */
  static async open(folder: string): Promise<GitRepository> {
    return new GitRepository(await GitDesk.over(folder));
  }

  async tip(branch: string): Promise<HistoryCommit> {
    const local = await this.#desk.ref(`refs/heads/${branch}`);
    const remote = await this.#desk.ref(`refs/remotes/origin/${branch}`);
    if (local !== null && remote !== null && local !== remote) throw whichTip(this.#desk.repository, local, remote);
    const tip = local ?? remote;
    if (tip === null) throw noBranch(`${branch} of ${this.#desk.repository}`);
    return (await this.commit(tip)) ?? cutOff(tip);
  }

  async commit(id: string): Promise<HistoryCommit | null> {
    // Not "log": that reads the parents too, and where history is cut off a commit has parents that are not there.
    const { code, out } = await this.#desk.run(['cat-file', 'commit', id]);
    return code === 0 ? parseCommit(id, out.toString('latin1')) : null;
  }

  async isAncestor(older: string, newer: string): Promise<boolean> {
    const { code, err } = await this.#desk.run(['merge-base', '--is-ancestor', older, newer]);
    if (code > 1) throw failed('merge-base', err);
    return code === 0;
  }

  async firstParents(from: string, to: string): Promise<readonly HistoryCommit[]> {
    const argv = ['log', '--first-parent', '--reverse', FORMAT, '--end-of-options', `${from}..${to}`];
    const { code, out } = await this.#desk.run(argv);
    return code === 0 ? commitsIn(out) : cutOff(to);
  }

  async mergedTree(onto: string, head: string): Promise<TreeAnswer> {
    const { code, out } = await this.#desk.run(['merge-tree', '--write-tree', '--no-messages', '--name-only', '-z', onto, head]);
    const [tree = ''] = out.toString('utf8').split('\0');
    // 0 is clean and 1 a conflict, each with a tree. 2.39 also ends in 1, without one, where a commit is not there (measured).
    if (!OBJECT_ID.test(tree) || code > 1) return { kind: 'incomplete' };
    return code === 0 ? { kind: 'clean', tree } : { kind: 'conflict' };
  }

  replayedTrees(onto: string, head: string): Promise<ReplayAnswer> {
    return replayTrees(this.#desk, this, onto, head);
  }

  files(commit: string, folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
    return filesOf(this.#desk, commit, folder);
  }

  [Symbol.dispose](): void {
    this.#desk[Symbol.dispose]();
  }
}

const OBJECT_ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
// Hashes alone: messages and names are their authors' text.
const FORMAT = '--format=tformat:%H %T %P';

function commitsIn(out: Buffer): HistoryCommit[] {
  const lines = out
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const [commit = '', tree = '', ...parents] = line.trimEnd().split(' ');
    return { commit, tree, parents };
  });
}

/** The header alone: it ends at the first empty line, and what follows is its author's text (gitformat: commit object). */
function parseCommit(commit: string, text: string): HistoryCommit | null {
  const header = text.slice(0, text.indexOf('\n\n') + 1);
  const values = (name: string): string[] =>
    header.split('\n').flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []));
  const [[tree = ''], parents] = [values('tree'), values('parent')];
  return [tree, ...parents].every((id) => OBJECT_ID.test(id)) ? { commit, tree, parents } : null;
}

function cutOff(at: string): never {
  throw new UnavailableError('git/history-incomplete', {
    expected: 'every commit from the one to start from to the tip',
    found: 'history that is cut off',
    at,
    doThis: 'fetch the whole history: "git fetch --unshallow", or fetch-depth: 0 for actions/checkout',
  });
}

const noBranch = (at: string): ConfigurationError =>
  new ConfigurationError('git/no-branch', {
    expected: 'the branch, in refs/heads or refs/remotes/origin',
    found: 'neither',
    at,
    doThis: 'give the name of a branch without refs/heads/, and fetch it first',
  });

const whichTip = (at: string, local: string, remote: string): ConfigurationError =>
  new ConfigurationError('git/which-tip', {
    expected: 'one tip of the branch',
    found: `${local} here and ${remote} at origin`,
    at,
    doThis:
      'bring the local branch to the state of origin: what was never pushed, or never fetched, must not stand for the branch',
  });
