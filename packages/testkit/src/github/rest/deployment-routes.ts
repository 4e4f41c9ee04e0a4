import { reads } from '../permissions/scopes.ts';
import type { Deployment, Environment } from '../state/repository.ts';
import { instant } from './instant.ts';
import { paged, pagedUnder } from './paged.ts';
import { notFound, ok, type RestAnswer } from './rest-answer.ts';
import { numbered, type RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';
import { accountById } from './shapes/account-shape.ts';
import { environmentShape } from './shapes/environment-shape.ts';
import { repositoryUrl } from './shapes/repository-shape.ts';
import { nodeId } from './view.ts';

const ENVIRONMENT = '/repos/{owner}/{repo}/environments/{environment_name}';
const DEPLOYMENTS = '/repos/{owner}/{repo}/deployments';

export const deploymentRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/environments',
    needs: [reads('actions')],
    answer: (request) =>
      pagedUnder(request, 'environments', [...request.repository.environments.values()], (environment) =>
        environmentShape(request.view, request.repository, environment),
      ),
  },
  {
    method: 'GET',
    template: `${ENVIRONMENT}/deployment-branch-policies`,
    needs: [reads('actions')],
    answer: (request) =>
      withEnvironment(request, ({ id, branches }) => {
        const patterns = typeof branches === 'string' ? [] : branches.custom;
        const policies = patterns.map((name, index) => ({
          id: id * 10 + index,
          node_id: nodeId('BranchPolicy', id * 10 + index),
          name,
          type: 'branch',
        }));
        return pagedUnder(request, 'branch_policies', policies, (policy) => policy);
      }),
  },
  {
    method: 'GET',
    template: ENVIRONMENT,
    needs: [reads('actions')],
    answer: (request) =>
      withEnvironment(request, (environment) => ok(environmentShape(request.view, request.repository, environment))),
  },
  {
    method: 'GET',
    template: DEPLOYMENTS,
    needs: [reads('deployments')],
    answer: (request) => {
      const asked = (['sha', 'ref', 'environment'] as const).map((name) => [name, request.query.get(name)] as const);
      const wanted = request.repository.deployments.filter((deployment) =>
        asked.every(([name, value]) => value === null || deployment[name === 'sha' ? 'commit' : name] === value),
      );
      return paged(request, wanted.reverse(), (deployment) => deploymentShape(request, deployment));
    },
  },
  {
    method: 'GET',
    template: `${DEPLOYMENTS}/{deployment_id}/statuses`,
    needs: [reads('deployments')],
    answer: (request) => {
      const deployment = request.repository.deployments.find(({ id }) => id === numbered(request, 'deployment_id'));
      if (deployment === undefined) return notFound();
      const { url } = deploymentShape(request, deployment);
      return paged(request, [...deployment.statuses].reverse(), (status) => ({
        url: `${url}/statuses/${status.id}`,
        id: status.id,
        node_id: nodeId('DeploymentStatus', status.id),
        state: status.state,
        creator: accountById(request.view, status.creator),
        description: '',
        target_url: 'https://github.com/',
        created_at: instant(status.at),
        updated_at: instant(status.at),
        deployment_url: url,
        repository_url: repositoryUrl(request.view, request.repository),
      }));
    },
  },
];

/** Names of environments are not case sensitive ("Managing environments for deployment"). */
function withEnvironment(request: RestRequest, answer: (environment: Environment) => RestAnswer): RestAnswer {
  const asked = (request.parameters['environment_name'] ?? '').toLowerCase();
  const environment = [...request.repository.environments.values()].find(({ name }) => name.toLowerCase() === asked);
  return environment === undefined ? notFound() : answer(environment);
}

function deploymentShape({ view, repository }: RestRequest, deployment: Deployment) {
  const url = `${repositoryUrl(view, repository)}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: nodeId('Deployment', deployment.id),
    sha: deployment.commit,
    ref: deployment.ref,
    task: 'deploy',
    payload: {},
    environment: deployment.environment,
    description: null,
    creator: accountById(view, deployment.creator),
    created_at: instant(deployment.at),
    updated_at: instant(deployment.at),
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl(view, repository),
  };
}
