import { known, unknown, type Fact } from '@proofrail/core/context';
import type { Asker } from '../asking/asker.ts';
import type { GraphQlAnswer } from '../asking/graphql-answer.ts';
import { allNodes } from '../change/all-nodes.ts';
import { contextsPart, type ContextNode } from '../change/checks.ts';
import type { Connection } from '../change/wire.ts';
import type { Permission } from '../permission.ts';
import { CONTEXTS_DOCUMENT } from '../documents/page-documents.ts';

const NOTHING_RAN: Connection<ContextNode> = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] };

/** GitHub does not say which of two permissions the rollup of both lacked; the run behind a check and its branch need one each. */
function permissionsAt(at: readonly (string | number)[]): readonly Permission[] {
  if (at.includes('workflowRun')) return ['actions'];
  return at.includes('branch') ? ['contents'] : ['checks', 'statuses'];
}

interface Where {
  readonly owner: string;
  readonly name: string;
  readonly commit: string;
}

export function contextsIn(answer: GraphQlAnswer, path: readonly (string | number)[]): Fact<Connection<ContextNode>> {
  const read = answer.part(path, contextsPart, permissionsAt);
  return read.known ? known(read.value.statusCheckRollup?.contexts ?? NOTHING_RAN) : unknown(read.why);
}

/** Everything that ran on a commit, from the first page on. */
export const allContexts = (asker: Asker, where: Where, first: Fact<Connection<ContextNode>>): Promise<Fact<ContextNode[]>> =>
  allNodes(first, (after) => readPage(asker, where, after));

/** The same, asked anew from the beginning. */
export const readContexts = async (asker: Asker, where: Where): Promise<Fact<ContextNode[]>> =>
  allContexts(asker, where, await readPage(asker, where, null));

async function readPage(
  asker: Asker,
  { owner, name, commit }: Where,
  after: string | null,
): Promise<Fact<Connection<ContextNode>>> {
  return contextsIn(await asker.graphql(CONTEXTS_DOCUMENT, { owner, name, commit, after }), ['repository', 'object']);
}
