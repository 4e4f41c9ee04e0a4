import { reads } from '../../permissions/scopes.ts';
import { repositoryHtml } from '../../rest/shapes/repository-shape.ts';
import { HTML, nodeId } from '../../rest/view.ts';
import type { CheckRun } from '../../state/check.ts';
import { fullName, type Repository } from '../../state/repository.ts';
import type { WorkflowRun } from '../../state/workflow-run.ts';
import { connection } from '../connection.ts';
import { requireScopes, type GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { actorNode } from './actor-node.ts';
import { gitObjectNode } from './git-object-node.ts';
import { isRequired } from './is-required.ts';
import { refNode } from './ref-node.ts';
import { repositoryNode } from './repository-node.ts';
import { instant } from '../../rest/instant.ts';

export function checkRunNode(view: GraphView, repository: Repository, run: CheckRun): object {
  return {
    __typename: 'CheckRun',
    id: nodeId('CheckRun', run.id),
    databaseId: run.id,
    name: run.name,
    status: run.status.toUpperCase(),
    conclusion: run.conclusion?.toUpperCase() ?? null,
    startedAt: instant(run.startedAt),
    completedAt: instant(run.completedAt),
    url: `${repositoryHtml(repository)}/runs/${run.id}`,
    detailsUrl: `${repositoryHtml(repository)}/runs/${run.id}`,
    repository: () => repositoryNode(view, repository),
    isRequired: (args: Arguments) => isRequired(repository, args, run.name, run.app),
    checkSuite: () => checkSuiteNode(view, repository, run),
  };
}

function checkSuiteNode(view: GraphView, repository: Repository, run: CheckRun): object {
  const members = repository.checkRuns.filter((other) => other.suite === run.suite);
  return {
    __typename: 'CheckSuite',
    id: nodeId('CheckSuite', run.suite),
    databaseId: run.suite,
    status: members.every(({ status }) => status === 'completed') ? 'COMPLETED' : 'IN_PROGRESS',
    createdAt: instant(run.startedAt),
    commit: () => gitObjectNode(view, repository, run.commit),
    repository: () => repositoryNode(view, repository),
    app: () => appNode(view, run.app),
    checkRuns: (args: Arguments) => connection('checkRuns', args, members, (member) => checkRunNode(view, repository, member)),
    branch: () => branchOf(view, repository, runOf(repository, run)),
    workflowRun: () => {
      requireScopes(view, repository, reads('actions'));
      const found = runOf(repository, run);
      return found === undefined ? null : workflowRunNode(view, repository, found);
    },
  };
}

const runOf = (repository: Repository, { suite }: CheckRun): WorkflowRun | undefined =>
  [...repository.runs.values()].find((run) => run.suite === suite);

/** Null once the branch is gone, and for a fork's: GitHub looks for branches where the suite was made (REST reference, check suites). */
function branchOf(view: GraphView, repository: Repository, run: WorkflowRun | undefined) {
  requireScopes(view, repository, reads('contents'));
  return run?.headRepository === repository.id ? refNode(view, repository, run.headBranch) : null;
}

function workflowRunNode(view: GraphView, repository: Repository, run: WorkflowRun): object {
  const { owner, path } = fileOf(run, fullName(repository));
  return {
    __typename: 'WorkflowRun',
    id: nodeId('WorkflowRun', run.id),
    databaseId: run.id,
    event: run.event,
    runNumber: run.number,
    createdAt: instant(run.createdAt),
    updatedAt: instant(run.updatedAt),
    url: `${repositoryHtml(repository)}/actions/runs/${run.id}`,
    resourcePath: `/${fullName(repository)}/actions/runs/${run.id}`,
    file: () => ({
      id: nodeId('WorkflowRunFile', run.id),
      path,
      repositoryName: owner,
      repositoryFileUrl: `${HTML}/${owner}/blob/${run.headSha}/${path}`,
    }),
    workflow: () => ({
      id: nodeId('Workflow', run.workflow),
      databaseId: run.workflow,
      name: run.name,
      state: 'ACTIVE',
      // The only place where GraphQL shows the path of a workflow.
      resourcePath: `/${fullName(repository)}/actions/workflows/${path.replace(/^.*\//, '')}`,
      url: `${repositoryHtml(repository)}/actions/workflows/${path.replace(/^.*\//, '')}`,
    }),
    deploymentReviews: (args: Arguments) =>
      connection('deploymentReviews', args, run.approvals, (approval) => ({
        state: approval.state.toUpperCase(),
        comment: approval.comment,
        user: () => actorNode(view, approval.person),
      })),
  };
}

/** A workflow that a ruleset requires lies in another repository, and its path says which. */
function fileOf(run: WorkflowRun, here: string): { readonly owner: string; readonly path: string } {
  const [, owner = here, path = run.path] = /^(?:([^/.]+\/[^/]+)\/)?(\.github\/[^@]*)/.exec(run.path) ?? [];
  return { owner, path };
}

function appNode(view: GraphView, id: number) {
  const app = view.scenario.app(id);
  return {
    __typename: 'App',
    id: nodeId('App', id),
    databaseId: id,
    slug: app.slug,
    name: app.name,
    url: `${HTML}/apps/${app.slug}`,
  };
}
