/** Why a commit on a protected branch is not what an allowed change gives. Codes enter records; sentences are for people. */
export const BYPASS_REASONS = {
  'no-pull-request': 'no pull request brought it',
  'not-merged': 'its pull request was not merged',
  'other-branch': 'its pull request was merged into another branch',
  'not-its-merge': 'the platform names another commit as the merge of its pull request',
  'no-allow-decision': 'the ledger holds no decision about the head of its pull request',
  'pull-request-stream': 'only the stream of pull requests holds a decision, and that satisfies nothing',
  denied: 'the newest decision about its pull request is a denial',
  'facts-given': 'the decision rests on facts that were handed over, not read',
  'other-base': 'it was judged on top of commits that its branch did not have where it landed, and brings them along',
  'other-head': 'it merges another commit than the one that was judged',
  'tree-differs': 'its content is not what the judged change gives',
  conflict: 'the judged change does not merge without a conflict, so somebody resolved one by hand',
  octopus: 'it has more than two parents: no platform merges like that',
  'unknown-parent': 'it has no parent: the branch begins anew',
  'history-rewritten': 'the commit that was checked last is no longer part of the branch',
} as const;
export type BypassReason = keyof typeof BYPASS_REASONS;

/** What could not be found out. Unknown never passes (design §11, line 2), so each counts as a finding. */
export const UNVERIFIED_REASONS = {
  'pull-requests-unknown': 'its pull requests could not be read whole',
  'history-incomplete': 'objects that the check needs are not in the repository',
  'range-too-long': 'its pull request has more commits than a platform would rebase',
  'since-absent': 'the commit to start from is not in the repository: it was not fetched, or the branch was rewritten',
} as const;
export type UnverifiedReason = keyof typeof UNVERIFIED_REASONS;
