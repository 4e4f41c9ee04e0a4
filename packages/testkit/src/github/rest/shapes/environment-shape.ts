import type { Environment, Repository } from '../../state/repository.ts';
import { instant } from '../instant.ts';
import { nodeId, type View } from '../view.ts';
import { accountById } from './account-shape.ts';
import { repositoryHtml, repositoryUrl } from './repository-shape.ts';

export function environmentSummary(view: View, repository: Repository, environment: Environment) {
  const name = encodeURIComponent(environment.name);
  return {
    id: environment.id,
    node_id: nodeId('Environment', environment.id),
    name: environment.name,
    url: `${repositoryUrl(view, repository)}/environments/${name}`,
    html_url: `${repositoryHtml(repository)}/deployments/activity_log?environments_filter=${name}`,
    created_at: instant(environment.createdAt),
    updated_at: instant(environment.createdAt),
  };
}

export function environmentShape(view: View, repository: Repository, environment: Environment) {
  const { branches, reviewers, waitMinutes } = environment;
  const rule = (offset: number, type: string) => {
    const id = environment.id + offset;
    return { id, node_id: nodeId('ProtectionRule', id), type };
  };
  return {
    ...environmentSummary(view, repository, environment),
    can_admins_bypass: environment.adminsBypass,
    protection_rules: [
      ...(waitMinutes === 0 ? [] : [{ ...rule(1, 'wait_timer'), wait_timer: waitMinutes }]),
      ...(reviewers.length === 0
        ? []
        : [
            {
              ...rule(2, 'required_reviewers'),
              prevent_self_review: environment.preventSelfReview,
              reviewers: reviewers.map(({ type, id }) => ({
                type,
                reviewer: type === 'User' ? accountById(view, id) : teamShape(view, repository, id),
              })),
            },
          ]),
      ...(branches === 'all' ? [] : [rule(3, 'branch_policy')]),
    ],
    deployment_branch_policy:
      branches === 'all'
        ? null
        : { protected_branches: branches === 'protected', custom_branch_policies: branches !== 'protected' },
  };
}

function teamShape(view: View, repository: Repository, id: number) {
  const url = `${view.api}/organizations/teams/${id}`;
  return {
    id,
    node_id: nodeId('Team', id),
    name: `team ${id}`,
    slug: `team-${id}`,
    description: null,
    permission: 'push',
    url,
    html_url: `https://github.com/orgs/${repository.owner}/teams/team-${id}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    parent: null,
  };
}
