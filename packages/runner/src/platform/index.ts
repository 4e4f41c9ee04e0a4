export { downloadedArtifacts } from './downloaded-artifacts.ts';
export { githubApi } from './github-api.ts';
export { identityTokens } from './identity-token.ts';
