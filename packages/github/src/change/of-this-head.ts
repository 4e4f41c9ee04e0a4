import { known, type Fact } from '@proofrail/core/context';
import type { ChangeHead } from './change-head.ts';
import type { ContextNode } from './checks.ts';
import { mergeRunOf } from './merge-run.ts';
import type { Twin, Twins } from './twins.ts';

export interface ThisHead {
  readonly head: ChangeHead;
  /** What checks have to be about: of a merge group not the head of the pull request. */
  readonly checked: string;
  /** The registry's: nobody brings a workflow of their own to these. */
  readonly protectedBranches: readonly string[];
}

/**
 * What ran on a head, as far as it ran for this pull request (gate.md row 14). Whoever opens a second one from the same commit into a
 * branch of their own has the workflows of that branch run on the merge, and their checks hang on that commit as ours do. What is
 * certainly another's is left out. What may be another's stays, marked: it speaks for nothing, but may well be ours and speak against.
 */
export function ofThisHead(
  contexts: Fact<readonly ContextNode[]>,
  twins: Fact<Twins>,
  where: ThisHead,
): Fact<readonly ContextNode[]> {
  if (!contexts.known) return contexts;
  if (!twins.known) return twins;
  const strange = twins.value.others.filter((twin) => bringsItsOwn(twin, where));
  return known(
    contexts.value
      .filter((context) => mergeRunOf(context) === null || ranHere(context, where, twins.value))
      .map((context) => marked(context, strange, where.checked)),
  );
}

/** On a commit that a merge made, whatever ran for a pull request ran for somebody else's. */
export const withoutMergeRuns = (contexts: readonly ContextNode[]): ContextNode[] =>
  contexts.filter((context) => mergeRunOf(context) === null);

function ranHere(context: ContextNode, { head, checked }: ThisHead, { branchGone }: Twins): boolean {
  const { source, repository, pullRequest } = head;
  if (checked !== pullRequest.headRefOid) return false;
  const own = source.known && source.value?.databaseId === repository.id;
  // Of a fork's run GitHub does not say for certain which branch it names.
  if (!own || context.__typename !== 'CheckRun') return true;
  const branch = context.checkSuite.branch?.name ?? null;
  return branch === null ? branchGone : branch === pullRequest.headRefName;
}

/** Not into where nothing comes unreviewed. A base that changed may have been anybody's before. */
function bringsItsOwn({ baseRefName, baseChanges }: Twin, { head, protectedBranches }: ThisHead): boolean {
  const trusted = [head.pullRequest.baseRefName, head.defaultBranch, ...protectedBranches];
  return baseChanges.totalCount > 0 || !trusted.includes(baseRefName);
}

function marked(context: ContextNode, twins: readonly Twin[], checked: string): ContextNode {
  const run = mergeRunOf(context);
  if (run === null || context.__typename !== 'CheckRun') return context;
  const twin = twins.find((each) => mayHaveRun(each, run.createdAt, checked));
  return twin === undefined ? context : { ...context, beside: nameOf(twin) };
}

/** No branch has a space or a colon in its name, so that whoever reads this finds where it ends. */
const nameOf = ({ number, baseRefName, baseChanges }: Twin): string =>
  `#${number} into ${baseRefName.slice(0, 255)}${baseChanges.totalCount > 0 ? ', before into another' : ''}`;

/**
 * From its opening on: a run that is started again keeps the merge, and the time, of its first attempt. Closing, labelling and
 * reviewing start runs even when it is closed, on the head that it had then.
 */
const mayHaveRun = ({ createdAt, closedAt, headRefOid }: Twin, ran: string, checked: string): boolean =>
  createdAt <= ran && (closedAt === null || ran <= closedAt || headRefOid === checked);
