export type { GitHubAnswer, GitHubApi } from './github-api.ts';
