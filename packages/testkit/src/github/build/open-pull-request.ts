import type { Person } from '../state/person.ts';
import type { PullRequest } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import type { Scenario } from '../state/scenario.ts';
import type { Change } from './change.ts';
import { tryMerge } from './try-merge.ts';

export interface NewPullRequest {
  readonly number?: number;
  readonly title?: string;
  readonly body?: string;
  readonly author: Person;
  readonly from: { readonly repository?: Repository; readonly branch: string };
  readonly into?: string;
}

export function openPullRequest(scenario: Scenario, repository: Repository, options: NewPullRequest): Change {
  const into = options.into ?? repository.defaultBranch;
  const source = options.from.repository ?? repository;
  const base = repository.branches.get(into);
  const head = source.branches.get(options.from.branch);
  if (base === undefined || head === undefined) throw new Error(`no branch ${into} or ${options.from.branch}`);
  const at = scenario.later();
  const pullRequest: PullRequest = {
    id: scenario.nextId(),
    number: options.number ?? 1 + Math.max(0, ...repository.pullRequests.keys()),
    title: options.title ?? 'A change',
    body: options.body ?? '',
    author: options.author.id,
    draft: false,
    labels: [],
    base: { branch: into, seen: base },
    head: { branch: options.from.branch, repository: source.id, commit: head },
    testMerge: null,
    createdAt: at,
    updatedAt: at,
    closed: null,
    merged: null,
    autoMerge: null,
    maintainerCanModify: false,
    reviews: [],
    threads: [],
    closes: [],
    timeline: [],
    comments: [],
  };
  repository.pullRequests.set(pullRequest.number, pullRequest);
  const change = { scenario, repository, pullRequest };
  tryMerge(change);
  return change;
}
