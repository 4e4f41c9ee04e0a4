import { unknown, type Fact } from '@proofrail/core/context';
import type { Connection } from './wire.ts';

/** Ten thousand of anything in one change is nobody's work. */
const MOST_PAGES = 100;

/**
 * A connection to its end, each node once, by id: where a page ends may shift between two calls. Fewer than GitHub counts is
 * `truncated`; more is a list that changed while it was read.
 */
export async function allNodes<T extends { id: string }>(
  first: Fact<Connection<T>>,
  next: (after: string) => Promise<Fact<Connection<T>>>,
): Promise<Fact<T[]>> {
  const nodes = new Map<string, T>();
  let page = first;
  for (let pages = 1; ; pages += 1) {
    if (!page.known) return page;
    const { totalCount, pageInfo, nodes: found } = page.value;
    for (const node of found) nodes.set(node.id, node);
    if (!pageInfo.hasNextPage) {
      if (nodes.size === totalCount) return { known: true, value: [...nodes.values()] };
      return unknown(nodes.size < totalCount ? 'truncated' : 'unusable');
    }
    if (pageInfo.endCursor === null || pages >= MOST_PAGES) return unknown('truncated');
    page = await next(pageInfo.endCursor);
  }
}
