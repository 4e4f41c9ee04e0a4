import { unknown, type Fact } from '@proofrail/core/context';
import { notReadable } from '../asking/github-failure.ts';
import type { GraphQlAnswer } from '../asking/graphql-answer.ts';
import type { BranchRule } from '../change/branch-rules.ts';
import { PULL_REQUEST, type ChangeHead } from '../change/change-head.ts';
import { isGuarded } from '../change/guarded-branch.ts';
import { once } from '../configuration/once.ts';
import { proofrailFiles, proofrailPart } from '../configuration/proofrail-files.ts';
import { workflowsPart, type Workflows } from '../change/workflows.ts';
import type { WantedChange } from './wanted-change.ts';

/** Where policy comes from: never the change, and never a branch that anybody may write. */
export interface PolicySource {
  /** Of the organisation, or null. */
  organisation(): ReadonlyMap<string, Uint8Array> | null;
  configuration(): ReadonlyMap<string, Uint8Array>;
  readonly workflows: Fact<Workflows>;
}

/**
 * The branch that the change goes to, if nothing comes to it unreviewed: its live tip, or what stood there before the change landed. Of
 * any other branch, or where nobody can say, whoever opened the change could have written that tip: then the default branch speaks, and
 * its list of protected branches need not know this one.
 */
export function policySource(
  answer: GraphQlAnswer,
  head: ChangeHead,
  wanted: WantedChange,
  rules: Fact<readonly BranchRule[]>,
  belowOrganisation: boolean,
): Omit<PolicySource, 'organisation'> {
  const { path, where } = speaking(head, wanted, rules);
  const folder = answer.part(path, proofrailPart, 'contents');
  const workflows = answer.part(path, workflowsPart, 'contents');
  return {
    configuration: once(() => {
      if (!folder.known) throw notReadable('.proofrail/ on the protected branch', folder.why, 'contents');
      return proofrailFiles(folder.value.proofrail, `.proofrail of ${where}`, belowOrganisation);
    }),
    workflows: workflows.known ? { known: true, value: workflows.value.workflows } : unknown(workflows.why),
  };
}

interface Speaking {
  /** In the answer. */
  readonly path: readonly string[];
  /** For errors. */
  readonly where: string;
}

function speaking(
  { tip, classic, defaultBranch, pullRequest }: ChangeHead,
  { configured }: WantedChange,
  rules: Fact<readonly BranchRule[]>,
): Speaking {
  if (defaultBranch === pullRequest.baseRefName || isGuarded(rules, classic)) {
    if (configured !== null) return { path: ['repository', 'pinned'], where: configured };
    if (tip !== null) return { path: [...PULL_REQUEST, 'baseRef', 'target'], where: tip };
  }
  return { path: ['repository', 'defaultBranchRef', 'target'], where: 'the default branch' };
}
