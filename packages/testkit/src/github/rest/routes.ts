import { artifactRoutes } from './artifact-routes.ts';
import { branchRoutes } from './branch-routes.ts';
import { codeScanningRoutes } from './code-scanning-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { commitRoutes } from './commit-routes.ts';
import { contentRoutes } from './content-routes.ts';
import { deploymentRoutes } from './deployment-routes.ts';
import { gitRoutes } from './git-routes.ts';
import { pullRequestRoutes } from './pull-request-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import { runRoutes } from './run-routes.ts';
import { pathPattern, type Route } from './route.ts';

const ALL: readonly Route[] = [
  ...artifactRoutes,
  ...branchRoutes,
  ...codeScanningRoutes,
  ...commentRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...deploymentRoutes,
  ...gitRoutes,
  ...pullRequestRoutes,
  ...repositoryRoutes,
  ...ruleRoutes,
  ...runRoutes,
];

const PATTERNS = ALL.map((route) => ({ route, pattern: pathPattern(route.template) }));

export interface RouteMatch {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

export function findRoute(method: string, path: string): RouteMatch | undefined {
  for (const { route, pattern } of PATTERNS) {
    const found = route.method === method ? pattern.exec(path) : null;
    if (found === null) continue;
    const groups = Object.entries(found.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]);
    return { route, parameters: Object.fromEntries(groups) as Record<string, string> };
  }
  return undefined;
}

/** For the test that holds every route against GitHub's published description. */
export const allRoutes = ALL;
