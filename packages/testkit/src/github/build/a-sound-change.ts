import type { Scopes } from '../permissions/scopes.ts';
import type { Person } from '../state/person.ts';
import type { Repository } from '../state/repository.ts';
import { Scenario } from '../state/scenario.ts';
import type { WorkflowRun } from '../state/workflow-run.ts';
import { addPerson } from './add-person.ts';
import { addRepository } from './add-repository.ts';
import type { Change } from './change.ts';
import { commitFiles, type FileChanges } from './commit-files.ts';
import { moveBranch } from './move-branch.ts';
import { openPullRequest } from './open-pull-request.ts';
import { protect, PULL_REQUEST_RULE, requiredChecks } from './protect.ts';
import { approve } from './review.ts';
import { GITHUB_ACTIONS, runWorkflow } from './run-workflow.ts';
import { sarifReport } from './sarif-report.ts';
import { soundFolder } from './sound-folder.ts';
import { uploadAnalysis } from './upload-analysis.ts';

export const FAKE_TOKEN = 'fake-installation-token';

/** What the job `decide` of the gate asks for in its `permissions:`. */
export const DECIDE_SCOPES: Scopes = {
  actions: 'read',
  checks: 'read',
  contents: 'read',
  issues: 'read',
  'pull-requests': 'read',
  'security-events': 'read',
  statuses: 'read',
};

export interface SoundChangeOptions {
  /** When the repository was made; everything else follows within two hours. */
  readonly start?: Date;
  readonly visibility?: Repository['visibility'];
  readonly scopes?: Scopes;
  /** On `main` before the change, over the defaults. */
  readonly files?: FileChanges;
}

export interface SoundChange extends Change {
  readonly author: Person;
  readonly security: Person;
  readonly platform: Person;
  /** Write access and no part in the change. */
  readonly bystander: Person;
  readonly runs: { readonly test: WorkflowRun; readonly scan: WorkflowRun; readonly gate: WorkflowRun };
}

/** A private repository with one pull request that satisfies everything: each attack is one step away from it. */
export function aSoundChange(options: SoundChangeOptions = {}): SoundChange {
  const scenario = new Scenario(options.start ?? new Date(Date.now() - 2 * 3_600_000));
  for (const [id, slug, name] of APPS) scenario.apps.set(id, { id, slug, name });
  const visibility = options.visibility ?? 'private';
  const repository = addRepository(scenario, { id: 778_812_345, owner: 'acme', name: 'refunds', visibility });
  const people = addPeople(scenario, repository);
  scenario.tokens.set(FAKE_TOKEN, {
    actor: people.bot.id,
    scopes: options.scopes ?? DECIDE_SCOPES,
    repositories: new Set([repository.id]),
  });
  const { author, security, platform, bystander } = people;
  const roles = { security: [security.id], platform: [platform.id] };
  const files = { ...WORKFLOWS, 'src/refund.js': 'export const limit = 100;\n', ...soundFolder(roles), ...options.files };
  const base = commitFiles(scenario, { files, parents: [], author: platform, message: 'the service as it is' });
  moveBranch(scenario, repository, 'main', base.oid, platform.id);
  protect(scenario, repository, { rules: [PULL_REQUEST_RULE, requiredChecks({ test: GITHUB_ACTIONS, gate: GITHUB_ACTIONS })] });

  const head = commitFiles(scenario, {
    files: { 'src/refund.js': 'export const limit = 50;\n' },
    parents: [base.oid],
    author,
    message: 'lower the limit\n\nREF-41',
  });
  moveBranch(scenario, repository, 'feature/refund-limit', head.oid, author.id);
  const change = openPullRequest(scenario, repository, {
    number: 41,
    title: 'Lower the refund limit',
    author,
    from: { branch: 'feature/refund-limit' },
  });
  const runs = runEverything(change, author);
  approve(change, security);
  approve(change, platform);
  return { ...change, author, security, platform, bystander, runs };
}

const APPS = [
  [GITHUB_ACTIONS, 'github-actions', 'GitHub Actions'],
  [57_789, 'github-advanced-security', 'GitHub Advanced Security'],
  [1_900_001, 'some-other-app', 'Some Other App'],
] as const;

const WORKFLOWS = {
  '.github/workflows/gate.yml': 'on: [pull_request, merge_group]\n',
  '.github/workflows/security-scan.yml': 'on: [pull_request, merge_group]\n',
  '.github/workflows/test.yml': 'on: [pull_request, merge_group]\n',
};

function addPeople(scenario: Scenario, repository: Repository) {
  addPerson(scenario, repository, 'acme', { id: 4_000_001, kind: 'Organization', access: 'none' });
  return {
    author: addPerson(scenario, repository, 'ada', { id: 10_300_417 }),
    security: addPerson(scenario, repository, 'sam', { id: 10_301_188 }),
    platform: addPerson(scenario, repository, 'pia', { id: 10_302_259, access: 'maintain' }),
    bystander: addPerson(scenario, repository, 'ben', { id: 10_305_555 }),
    bot: addPerson(scenario, repository, 'github-actions[bot]', { id: 41_898_282, kind: 'Bot' }),
  };
}

function runEverything(change: Change, author: Person): SoundChange['runs'] {
  const { scenario, repository, pullRequest } = change;
  const about = { commit: pullRequest.head.commit, branch: pullRequest.head.branch, actor: author, pullRequest };
  const codeql = sarifReport('CodeQL');
  const test = runWorkflow(scenario, repository, { ...about, path: '.github/workflows/test.yml', jobs: { test: 'success' } });
  const scan = runWorkflow(scenario, repository, {
    ...about,
    path: '.github/workflows/security-scan.yml',
    jobs: { sast: 'success', secrets: 'success' },
    artifacts: {
      'codeql-sarif': { 'codeql.sarif': JSON.stringify(codeql) },
      'gitleaks-sarif': { 'gitleaks.sarif': JSON.stringify(sarifReport('Gitleaks')) },
    },
  });
  uploadAnalysis(scenario, repository, {
    commit: pullRequest.testMerge ?? about.commit, // as CodeQL's action does on a pull request
    ref: `refs/pull/${pullRequest.number}/merge`,
    tool: 'CodeQL',
    sarif: codeql,
  });
  const gate = runWorkflow(scenario, repository, { ...about, path: '.github/workflows/gate.yml', jobs: { gate: null } });
  return { test, scan, gate };
}
