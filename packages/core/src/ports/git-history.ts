/**
 * What the merge verifier asks of a repository. Answers come from objects alone: no hook, filter, merge driver, replacement or graft of
 * that repository takes part, and nothing is written to it.
 */
export interface GitHistory {
  /** The commit at the tip of a branch. ConfigurationError `git/no-branch`, `git/which-tip`. */
  tip(branch: string): Promise<HistoryCommit>;
  /** Null where it is not there. */
  commit(id: string): Promise<HistoryCommit | null>;
  isAncestor(older: string, newer: string): Promise<boolean>;
  /** Along first parents: what is reachable from `to` and not from `from`, oldest first. UnavailableError where history is cut off. */
  firstParents(from: string, to: string): Promise<readonly HistoryCommit[]>;
  /** `git merge-tree` of a head onto a commit. */
  mergedTree(onto: string, head: string): Promise<TreeAnswer>;
  /** Every commit of `onto..head` that is no merge, replayed in order: the tree of `onto`, then the tree after each. */
  replayedTrees(onto: string, head: string): Promise<ReplayAnswer>;
  /** The regular files under a folder of a commit, by their path inside the folder. ConfigurationError for anything that is none. */
  files(commit: string, folder: string): Promise<ReadonlyMap<string, Uint8Array>>;
}

export interface HistoryCommit {
  readonly commit: string;
  readonly parents: readonly string[];
  readonly tree: string;
}

/** `incomplete`: an object is not there (a shallow clone, a deleted branch). It says nothing about the change. */
export type TreeAnswer =
  { readonly kind: 'clean'; readonly tree: string } | { readonly kind: 'conflict' } | { readonly kind: 'incomplete' };

export type ReplayAnswer =
  | { readonly kind: 'clean'; readonly trees: readonly string[] }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'incomplete' }
  /** More commits than a platform would rebase. */
  | { readonly kind: 'too-long' };
