import {
  addEnvironment,
  addPerson,
  addRepository,
  approveDeployment,
  aSoundChange,
  commitFiles,
  discuss,
  dismiss,
  linkIssue,
  merge,
  mergeQueue,
  moveBranch,
  openPullRequest,
  postCheck,
  postStatus,
  protect,
  push,
  review,
  type SoundChange,
} from '../../src/github/index.ts';

export interface BusyRepository extends SoundChange {
  readonly fork: number;
}

/** The sound change among everything that may lie beside it, so that each answer is seen with its rarer members. */
export function aBusyRepository(): BusyRepository {
  const sound = aSoundChange({
    scopes: {
      actions: 'write',
      administration: 'write',
      checks: 'read',
      contents: 'read',
      deployments: 'read',
      issues: 'read',
      'pull-requests': 'write',
      'security-events': 'read',
      statuses: 'read',
    },
    files: {
      'docs/old name.md': 'the same text\n',
      'docs/gone.md': 'gone soon\n',
      'src/link': { mode: '120000', content: Buffer.from('refund.js') },
    },
  });
  const { scenario, repository, pullRequest, author, security, platform } = sound;
  push(sound, author, {
    files: {
      'docs/old name.md': null,
      'docs/new name.md': 'the same text\n',
      'docs/gone.md': null,
      'logo.png': Buffer.from([0, 1, 2]),
    },
    message: 'move things\n\nCo-authored-by: Sam <sam@acme.example>',
    signature: { state: 'VALID', signer: author.id, byGitHub: false },
  });
  review(sound, null, 'COMMENTED', { commit: null });
  dismiss(sound, review(sound, security, 'CHANGES_REQUESTED'), platform);
  pullRequest.labels.push('risk: low');
  pullRequest.autoMerge = { by: author.id, at: scenario.later() };
  const { commit } = pullRequest.head;
  postCheck(scenario, repository, { name: 'external', app: 1_900_001, commit, conclusion: 'neutral' });
  postStatus(scenario, repository, { context: 'ci/old', commit, state: 'success', by: author });
  protect(scenario, repository, {
    sourceType: 'Organization',
    bypassActors: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'exempt' }],
    rules: [{ type: 'deletion' }, { type: 'non_fast_forward' }, mergeQueue(), workflowRule(repository.id)],
  });
  repository.protections.set('main', {
    approvals: 1,
    dismissStale: false,
    contexts: ['test'],
    enforceAdmins: false,
    linearHistory: true,
    forcePushes: false,
    deletions: false,
  });
  discuss(sound, security, 'is this a security issue?', author);
  discuss(sound, platform, 'rename this');
  linkIssue(sound, 7);
  addDeployment(sound);
  return { ...sound, fork: addForkAndMerged(sound) };
}

const workflowRule = (repository: number) => ({
  type: 'workflows',
  parameters: { workflows: [{ repository_id: repository, path: '.github/workflows/required-gate.yml', ref: 'refs/heads/main' }] },
});

function addDeployment({ scenario, repository, pullRequest, platform, runs }: SoundChange): void {
  addEnvironment(scenario, repository, 'production', {
    reviewers: [
      { type: 'User', id: platform.id },
      { type: 'Team', id: 77 },
    ],
    preventSelfReview: true,
    adminsBypass: false,
    waitMinutes: 30,
    branches: { custom: ['main', 'release/*'] },
  });
  approveDeployment(scenario, runs.scan, 'production', platform, 'go');
  runs.scan.referenced.push({ path: 'acme/controls/.github/workflows/scan.yml@v1', sha: 'a'.repeat(40), ref: 'refs/tags/v1' });
  repository.deployments.push({
    id: scenario.nextId(),
    commit: pullRequest.head.commit,
    ref: 'main',
    environment: 'production',
    creator: platform.id,
    at: scenario.now,
    statuses: [{ id: scenario.nextId(), state: 'success', at: scenario.now, creator: platform.id }],
  });
}

/** Pull request 42 came from a fork and is merged. */
function addForkAndMerged({ scenario, repository, author, platform }: SoundChange): number {
  const owner = addPerson(scenario, repository, 'stranger', { access: 'none' });
  const fork = addRepository(scenario, { owner: 'stranger', name: 'refunds', visibility: 'public', parent: repository });
  const main = fork.branches.get('main') ?? '';
  const commit = commitFiles(scenario, { files: { 'docs/hello.md': 'hello\n' }, parents: [main], author: owner });
  moveBranch(scenario, fork, 'patch-1', commit.oid, owner.id);
  merge(
    openPullRequest(scenario, repository, { number: 42, author: owner, from: { repository: fork, branch: 'patch-1' } }),
    platform,
  );
  moveBranch(scenario, repository, 'topic/a', main, author.id, 'force_push');
  return fork.id;
}
