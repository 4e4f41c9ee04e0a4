import { reads } from '../permissions/scopes.ts';
import type { Repository } from '../state/repository.ts';
import { matchesBranch, type ClassicProtection } from '../state/rules.ts';
import { paged } from './paged.ts';
import { ok, refusal } from './rest-answer.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';
import { commitShape } from './shapes/commit-shape.ts';
import { repositoryHtml, repositoryUrl } from './shapes/repository-shape.ts';

const BRANCH = '/repos/{owner}/{repo}/branches/{branch}';

export const branchRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: `${BRANCH}/protection`,
    needs: [reads('administration')],
    answer: (request) => {
      const branch = request.parameters['branch'] ?? '';
      const classic = request.repository.protections.get(branch);
      if (classic === undefined) return refusal(404, 'Branch not protected');
      return ok(protectionShape(branchUrl(request, branch), classic));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/branches',
    needs: [reads('contents')],
    answer: (request) => {
      const only = request.query.get('protected');
      const wanted = [...request.repository.branches].filter(
        ([name]) => only === null || isProtected(request.repository, name) === (only === 'true'),
      );
      return paged(request, wanted, ([name, oid]) => ({
        name,
        commit: { sha: oid, url: `${repositoryUrl(request.view, request.repository)}/commits/${oid}` },
        protected: isProtected(request.repository, name),
      }));
    },
  },
  {
    method: 'GET',
    template: BRANCH,
    needs: [reads('contents')],
    answer: (request) => {
      const { view, repository } = request;
      const name = request.parameters['branch'] ?? '';
      const oid = repository.branches.get(name);
      if (oid === undefined) return refusal(404, 'Branch not found');
      const url = branchUrl(request, name);
      const contexts = repository.protections.get(name)?.contexts ?? [];
      return ok({
        name,
        commit: commitShape(view, repository, view.scenario.git.commit(oid)),
        _links: { self: url, html: `${repositoryHtml(repository)}/tree/${name}` },
        protected: isProtected(repository, name),
        protection: {
          enabled: repository.protections.has(name),
          required_status_checks: {
            enforcement_level: contexts.length === 0 ? 'off' : 'everyone',
            contexts,
            checks: contexts.map((context) => ({ context, app_id: null })),
          },
        },
        protection_url: `${url}/protection`,
      });
    },
  },
];

const branchUrl = ({ view, repository }: RestRequest, branch: string): string =>
  `${repositoryUrl(view, repository)}/branches/${encodeURIComponent(branch)}`;

/** GitHub says so for classic protection and for rulesets alike. */
function isProtected(repository: Repository, branch: string): boolean {
  return (
    repository.protections.has(branch) ||
    repository.rulesets.some(
      (ruleset) => ruleset.enforcement === 'active' && matchesBranch(ruleset, branch, repository.defaultBranch),
    )
  );
}

function protectionShape(branch: string, classic: ClassicProtection) {
  const url = `${branch}/protection`;
  return {
    url,
    required_status_checks: {
      url: `${url}/required_status_checks`,
      strict: true,
      contexts: classic.contexts,
      contexts_url: `${url}/required_status_checks/contexts`,
      checks: classic.contexts.map((context) => ({ context, app_id: null })),
    },
    required_pull_request_reviews: {
      url: `${url}/required_pull_request_reviews`,
      dismiss_stale_reviews: classic.dismissStale,
      require_code_owner_reviews: false,
      require_last_push_approval: false,
      required_approving_review_count: classic.approvals,
    },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: classic.enforceAdmins },
    required_linear_history: { enabled: classic.linearHistory },
    allow_force_pushes: { enabled: classic.forcePushes },
    allow_deletions: { enabled: classic.deletions },
  };
}
