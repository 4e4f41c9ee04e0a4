import type { GitHubAnswer, GitHubApi } from '@proofrail/github';
import type { SoundChange } from '@proofrail/testkit';
import { collect } from '../../../github/collecting.ts';
import { isNeeded } from './not-rested-on.ts';

/** The way to a value inside an answer. */
export type Way = readonly (string | number)[];

/** By question, as `questionOf` names it: which values of its answers the collector looks at, and rests on, while it reads a sound change. */
export type Reading = ReadonlyMap<string, readonly Way[]>;

/** Reads a change once, over the wire, with every answer told to say what is looked at in it. */
export async function whatIsRead(change: SoundChange): Promise<Reading> {
  const read = new Map<string, Way[]>();
  const watched = async (question: string, answer: Promise<GitHubAnswer>): Promise<GitHubAnswer> => {
    const ways = read.get(question) ?? [];
    read.set(question, ways);
    const told = await answer;
    return told.kind === 'answered' ? { ...told, body: watching(told.body, [], ways) } : told;
  };
  const wrap = (api: GitHubApi): GitHubApi => ({
    graphql: (query, variables) => watched(questionOf('/graphql', { query }), api.graphql(query, variables)),
    request: (route, parameters) => watched(route.replace(/^[A-Z]+ /, ''), api.request(route, parameters)),
  });
  await collect(change, { wrap });
  const needed = [...read].map(([question, ways]) => [question, ways.filter((way) => isNeeded(question, way))] as const);
  return new Map(needed.filter(([, ways]) => ways.length > 0));
}

/** The route of a call; of GraphQL the name of its query. */
export function questionOf(route: string, body: unknown): string {
  const { query } = (body ?? {}) as { readonly query?: string };
  return query === undefined ? route : `${route} ${/\bquery (\w+)/.exec(query)?.[1]}`;
}

function watching(value: unknown, way: Way, ways: Way[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get: (target, name, receiver) => {
      const found: unknown = Reflect.get(target, name, receiver);
      if (typeof name === 'symbol' || !Object.hasOwn(target, name) || name === 'length') return found;
      const inside = [...way, Array.isArray(target) ? Number(name) : name];
      if (!ways.some((each) => each.join('/') === inside.join('/'))) ways.push(inside);
      return watching(found, inside, ways);
    },
  });
}
