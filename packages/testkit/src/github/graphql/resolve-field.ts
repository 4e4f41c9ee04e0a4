import type { GraphQLFieldResolver } from 'graphql';
import { graphError, type GraphView } from './graph-view.ts';

export type Arguments = Readonly<Record<string, unknown>>;

/**
 * Reads a field of a node. What no node has, and an argument that nobody looked at, is an error that names it: an answer that is
 * null, or ignores a filter, would teach the code under test something wrong about GitHub.
 */
export const resolveField: GraphQLFieldResolver<unknown, GraphView> = (source, given, view, info) => {
  const field = `${info.parentType.name}.${info.fieldName}`;
  if (typeof source !== 'object' || source === null || !Object.hasOwn(source, info.fieldName)) throw unmodelled(view, field);
  const looked = new Set<string>();
  const watched = new Proxy<Arguments>(given, {
    get: (target, name) => {
      looked.add(String(name));
      return target[String(name)];
    },
  });
  const value: unknown = Reflect.get(source, info.fieldName);
  const answer: unknown = typeof value === 'function' ? value(watched) : value;
  const written = info.fieldNodes.flatMap((node) => (node.arguments ?? []).map(({ name }) => name.value));
  const ignored = written.find((name) => given[name] !== undefined && !looked.has(name));
  if (ignored !== undefined) throw unmodelled(view, `${field}(${ignored}:)`);
  return answer;
};

function unmodelled(view: GraphView, what: string) {
  view.unmodelled.push(what);
  return graphError('FAKE_UNMODELLED', `the fake GitHub does not model ${what}`);
}
