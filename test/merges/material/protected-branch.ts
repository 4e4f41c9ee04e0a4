import { known, type Fact } from '@proofrail/core/context';
import type { LedgerEntry } from '@proofrail/core/evidence';
import type { StreamId } from '@proofrail/core/ledger';
import { checkBranch, type CheckedBranch, type LandedPullRequest } from '@proofrail/core/merges';
import { GitRepository } from '@proofrail/machine/git';
import { RealRepository, type Files } from '@proofrail/testkit';
import { decided, REPOSITORY, type DecisionAbout } from './decided.ts';

/** A real repository whose `main` is protected, what a platform would say about its commits, and what the gate decided. */
export class ProtectedBranch implements Disposable {
  readonly repository = new RealRepository();
  readonly entries: LedgerEntry[] = [];
  readonly since: string;
  readonly #pullRequests = new Map<string, Fact<readonly LandedPullRequest[]>>();
  #opened = 0;

  constructor(files: Files = { 'README.md': 'one\ntwo\nthree\n', 'src/a.txt': 'a\n' }) {
    this.since = this.repository.commit(files, 'begin');
  }

  /** A pull request from the tip of main, with one commit for each set of files. Allowed by the gate unless said otherwise. */
  open(
    steps: readonly Files[],
    decision: Partial<DecisionAbout> | null = {},
  ): { readonly number: number; readonly head: string } {
    const number = (this.#opened += 1);
    const base = this.repository.git('rev-parse', 'main');
    const head = this.repository.branch(`topic-${number}`, steps);
    if (decision !== null) this.decide({ head, number, base, ...decision });
    return { number, head };
  }

  decide(about: DecisionAbout): void {
    this.entries.push(decided({ base: this.since, ...about }));
  }

  /** What the platform answers for every commit of main after `before`: the pull request that it merged. */
  landed(before: string, { number, head }: { number: number; head: string }, more: Partial<LandedPullRequest> = {}): void {
    const pullRequest = { number, head, merged: true, base_branch: 'main', merge_commit: null, author: '1001', ...more };
    const commits = this.repository.git('rev-list', '--first-parent', `${before}..main`).split('\n');
    for (const commit of commits) this.say(commit, known([pullRequest]));
  }

  say(commit: string, pullRequests: Fact<readonly LandedPullRequest[]>): void {
    this.#pullRequests.set(commit, pullRequests);
  }

  async check(since = this.since, options: { branch?: string; acceptGiven?: boolean } = {}): Promise<CheckedBranch> {
    using git = await GitRepository.open(this.repository.folder);
    const { branch = 'main', acceptGiven = false } = options;
    const scope = { entries: this.entries, stream: REPOSITORY as StreamId, repository: REPOSITORY, branch, acceptGiven };
    const landingOf = (commit: string) =>
      Promise.resolve({ pullRequests: this.#pullRequests.get(commit) ?? known([]), pushedBy: null });
    return await checkBranch(since, scope, { git, pullRequests: { repository: REPOSITORY, facts: 'read', landingOf } });
  }

  /** One word for each commit: the method of a verified one, the reason of any other. */
  async words(since = this.since, options: { branch?: string; acceptGiven?: boolean } = {}): Promise<string[]> {
    const { commits } = await this.check(since, options);
    return commits.map(({ verdict }) => (verdict.kind === 'verified' ? `verified by ${verdict.method}` : verdict.reason));
  }

  [Symbol.dispose](): void {
    this.repository[Symbol.dispose]();
  }
}
