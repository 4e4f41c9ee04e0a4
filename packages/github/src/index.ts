export type { GitHubAnswer, GitHubApi } from './github-api.ts';
export { pullRequestsOfCommits, type MergedRepository } from './merges/pull-requests-of-commits.ts';
