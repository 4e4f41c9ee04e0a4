import { unknown, type Fact } from '@proofrail/core/context';
import { notReadable } from '../asking/github-failure.ts';
import type { GraphQlAnswer } from '../asking/graphql-answer.ts';
import { PULL_REQUEST, type ChangeHead } from '../change/change-head.ts';
import { once } from '../configuration/once.ts';
import { proofrailFiles, proofrailPart } from '../configuration/proofrail-files.ts';
import { workflowsPart, type Workflows } from '../scans/workflows.ts';
import type { WantedChange } from './wanted-change.ts';

/** Where policy comes from: never the change, and never a branch that anybody may write. */
export interface PolicySource {
  /** Of the organisation, or null. */
  organisation(): ReadonlyMap<string, Uint8Array> | null;
  configuration(): ReadonlyMap<string, Uint8Array>;
  readonly workflows: Fact<Workflows>;
}

/**
 * The live tip of the branch that the change goes to, if something protects it. If nothing does, or nobody can say, whoever opened the
 * change could have written that tip: then the default branch speaks, and its list of protected branches does not know this one.
 */
export function policySource(
  answer: GraphQlAnswer,
  { tip, classicallyProtected }: ChangeHead,
  wanted: WantedChange,
  rules: Fact<readonly string[]>,
  belowOrganisation: boolean,
): Omit<PolicySource, 'organisation'> {
  const guarded = classicallyProtected || (rules.known && rules.value.length > 0);
  const path =
    wanted.configured !== null
      ? ['repository', 'pinned']
      : guarded && tip !== null
        ? [...PULL_REQUEST, 'baseRef', 'target']
        : ['repository', 'defaultBranchRef', 'target'];
  const folder = answer.part(path, proofrailPart, 'contents');
  const workflows = answer.part(path, workflowsPart, 'contents');
  return {
    configuration: once(() => {
      if (!folder.known) throw notReadable('.proofrail/ on the protected branch', folder.why, 'contents');
      const where = `.proofrail of ${wanted.configured ?? tip ?? 'the default branch'}`;
      return proofrailFiles(folder.value.proofrail, where, belowOrganisation);
    }),
    workflows: workflows.known ? { known: true, value: workflows.value.workflows } : unknown(workflows.why),
  };
}
