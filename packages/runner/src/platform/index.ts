export { artifactReader } from './artifact-reader.ts';
export { githubApi } from './github-api.ts';
export { identityTokens } from './identity-token.ts';
export { runContext } from '../step/run-context.ts';
export { keepingOf } from './keeping-of.ts';
