import { graphError } from './graph-view.ts';
import type { Arguments } from './resolve-field.ts';

const LARGEST_PAGE = 100;

/** One page of a list, forwards or backwards, with cursors that mean nothing to anybody else. */
export function connection<T>(name: string, args: Arguments, items: readonly T[], draw: (item: T) => unknown) {
  const [start, end] = range(name, args, items.length);
  const nodes = items.slice(start, end).map(draw);
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: cursorAt(start + index) })),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length === 0 ? null : cursorAt(start),
      endCursor: nodes.length === 0 ? null : cursorAt(end - 1),
    },
  };
}

function range(name: string, args: Arguments, total: number): [number, number] {
  const { first, last, after, before } = args;
  const from = typeof after === 'string' ? positionOf(after) + 1 : 0;
  const to = typeof before === 'string' ? positionOf(before) : total;
  if (typeof first === 'number') return [from, Math.min(to, from + size(name, 'first', first))];
  if (typeof last === 'number') return [Math.max(from, to - size(name, 'last', last)), to];
  const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
  throw graphError('MISSING_PAGINATION_BOUNDARIES', message);
}

function size(name: string, argument: 'first' | 'last', asked: number): number {
  if (asked >= 0 && asked <= LARGEST_PAGE) return asked;
  const message = `Requesting ${asked} records on the \`${name}\` connection exceeds the \`${argument}\` limit of ${LARGEST_PAGE} records.`;
  throw graphError('EXCESSIVE_PAGINATION', message);
}

const cursorAt = (position: number): string => Buffer.from(`cursor:v2:${position}`).toString('base64');

function positionOf(cursor: string): number {
  const position = /^cursor:v2:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
  if (position === undefined) throw graphError('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
  return Number(position);
}
