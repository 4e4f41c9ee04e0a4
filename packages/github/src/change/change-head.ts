import { unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { GraphQlAnswer } from '../asking/graphql-answer.ts';
import { notReadable } from '../asking/github-failure.ts';
import { actor } from './account.ts';
import { classicRule, type ClassicRule } from './guarded-branch.ts';
import { named, numericId, oid, time } from './wire.ts';

const repositoryPart = v.object({ databaseId: numericId, nameWithOwner: named(200) });
const pullRequestPart = v.object({
  number: v.number(),
  changedFiles: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  mergedAt: v.nullable(time),
  headRefName: named(1024),
  headRefOid: oid,
  baseRefName: named(1024),
  author: actor,
});
const sourcePart = v.object({
  headRepository: v.nullable(v.object({ databaseId: numericId, name: named(100), owner: v.object({ login: named(100) }) })),
});
const basePart = v.object({
  baseRef: v.nullable(v.object({ refUpdateRule: v.nullish(classicRule, null), target: v.object({ oid }) })),
});
const defaultPart = v.object({ defaultBranchRef: v.nullable(v.object({ name: v.string() })) });
const wordsPart = v.object({ title: v.string(), body: v.string() });
const queuePart = v.object({ isMergeQueueEnabled: v.boolean() });
const labelsPart = v.object({
  labels: v.nullable(v.object({ totalCount: v.number(), nodes: v.array(v.object({ name: v.string() })) })),
});
const testMergePart = v.object({ potentialMergeCommit: v.nullable(v.object({ oid })) });

export const PULL_REQUEST = ['repository', 'pullRequest'] as const;

/** What a change is, before anything is said about it. */
export interface ChangeHead {
  readonly repository: { readonly id: string; readonly name: string };
  readonly pullRequest: v.InferOutput<typeof pullRequestPart>;
  /** The repository that the head lies in; null where it was deleted. A fork may hide itself and nothing else. */
  readonly source: Fact<v.InferOutput<typeof sourcePart>['headRepository']>;
  /** Live; null where the branch is gone. */
  readonly tip: string | null;
  /** Classic protection of the base, if it has any: rulesets are asked for elsewhere. */
  readonly classic: ClassicRule | null;
  /** Null where nobody can say. */
  readonly defaultBranch: string | null;
  readonly words: Fact<v.InferOutput<typeof wordsPart>>;
  readonly queued: Fact<boolean>;
  readonly labels: Fact<readonly string[]>;
  readonly testMerge: string | null;
}

/** @throws UnavailableError `github/not-readable`: a change whose commits are not known can't be spoken of */
export function changeHead(answer: GraphQlAnswer): ChangeHead {
  const repository = answer.part(['repository'], repositoryPart, 'contents');
  const pullRequest = answer.part(PULL_REQUEST, pullRequestPart, 'pull-requests');
  const base = answer.part(PULL_REQUEST, basePart, 'contents');
  if (!repository.known) throw notReadable('the repository', repository.why, 'contents');
  if (!pullRequest.known) throw notReadable('the pull request', pullRequest.why, 'pull-requests');
  if (!base.known) throw notReadable('the branch that the change goes to', base.why, 'contents');
  const queue = answer.part(PULL_REQUEST, queuePart, 'pull-requests');
  const labels = answer.part(PULL_REQUEST, labelsPart, 'pull-requests');
  const source = answer.part(PULL_REQUEST, sourcePart, 'contents');
  const testMerge = answer.part(PULL_REQUEST, testMergePart, 'contents');
  const fallback = answer.part(['repository'], defaultPart, 'contents');
  const { baseRef } = base.value;
  return {
    repository: { id: repository.value.databaseId, name: repository.value.nameWithOwner },
    pullRequest: pullRequest.value,
    source: source.known ? { known: true, value: source.value.headRepository } : source,
    tip: baseRef?.target.oid ?? null,
    classic: baseRef?.refUpdateRule ?? null,
    defaultBranch: fallback.known ? (fallback.value.defaultBranchRef?.name ?? null) : null,
    words: answer.part(PULL_REQUEST, wordsPart, 'pull-requests'),
    queued: queue.known ? { known: true, value: queue.value.isMergeQueueEnabled } : queue,
    labels: labels.known ? labelsOf(labels.value) : labels,
    testMerge: testMerge.known ? (testMerge.value.potentialMergeCommit?.oid ?? null) : null,
  };
}

function labelsOf({ labels }: v.InferOutput<typeof labelsPart>): ChangeHead['labels'] {
  const { totalCount, nodes } = labels ?? { totalCount: 0, nodes: [] };
  return nodes.length < totalCount ? unknown('truncated') : { known: true, value: nodes.map(({ name }) => name) };
}
