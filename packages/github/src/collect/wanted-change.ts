/** A pull request to collect the facts of, and what of it is judged. */
export interface WantedChange {
  readonly repository: { readonly id: string; readonly owner: string; readonly name: string };
  readonly number: number;
  readonly kind: 'pull_request' | 'merge_group' | 'push' | 'deployment';
  /** Of a merge group: its head, which checks have to be about; else the pull request's head is. */
  readonly checked: string | null;
  /** Of a merge group: the branch that the queue made for it. */
  readonly queueBranch: string | null;
  /** Of a merge group: the branch that it goes into, wherever the pull request points by now; else that of the pull request. */
  readonly into: string | null;
  readonly landed: string | null;
  /** The commit whose `.proofrail/` judges a change that is on the branch already; else the live tip's. */
  readonly configured: string | null;
}
