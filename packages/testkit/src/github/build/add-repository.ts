import type { Repository } from '../state/repository.ts';
import type { Scenario } from '../state/scenario.ts';

export interface NewRepository {
  readonly id?: number;
  readonly owner: string;
  readonly name: string;
  readonly visibility?: Repository['visibility'];
  readonly parent?: Repository;
}

/** Empty, with the branches of its parent if it is a fork. */
export function addRepository(scenario: Scenario, options: NewRepository): Repository {
  const repository: Repository = {
    id: options.id ?? scenario.nextId(),
    owner: options.owner,
    name: options.name,
    visibility: options.visibility ?? 'private',
    defaultBranch: options.parent?.defaultBranch ?? 'main',
    parent: options.parent?.id ?? null,
    createdAt: scenario.now,
    access: new Map(),
    branches: new Map(options.parent?.branches),
    tags: new Map(),
    pushes: [],
    pullRequests: new Map(),
    checkRuns: [],
    statuses: [],
    rulesets: [],
    protections: new Map(),
    runs: new Map(),
    analyses: [],
    codeScanning: true,
    environments: new Map(),
    deployments: [],
    queue: [],
    retentionDays: 90,
    codeOwnersErrors: null,
  };
  scenario.repositories.set(repository.id, repository);
  return repository;
}
