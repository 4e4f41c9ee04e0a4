import { DOWNLOADS } from '../rest/download.ts';

/** Where a server has its two APIs: github.com on a host of their own, an Enterprise Server below `/api`, beside its pages. */
export interface Layout {
  readonly rest: string;
  readonly graphql: string;
}

export const GITHUB_COM: Layout = { rest: '', graphql: '/graphql' };
export const ENTERPRISE_SERVER: Layout = { rest: '/api/v3', graphql: '/api/graphql' };

/** The path as github.com has it; null where this server has nothing. */
export function pathIn({ rest, graphql }: Layout, path: string): string | null {
  if (path === graphql) return '/graphql';
  if (path.startsWith(DOWNLOADS)) return path;
  return path.startsWith(`${rest}/`) ? path.slice(rest.length) : null;
}
