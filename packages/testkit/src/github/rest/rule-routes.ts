import { reads, writes } from '../permissions/scopes.ts';
import { allows } from '../permissions/token.ts';
import { fullName, type Repository } from '../state/repository.ts';
import { matchesBranch, type Ruleset } from '../state/rules.ts';
import { paged } from './paged.ts';
import { notFound, ok } from './rest-answer.ts';
import { numbered, type RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';
import { nodeId } from './view.ts';
import { instant } from './instant.ts';

const needs = [reads('metadata')];

export const ruleRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/rules/branches/{branch}',
    needs,
    answer: (request) => {
      const { repository } = request;
      const branch = request.parameters['branch'] ?? '';
      const inForce = repository.rulesets.filter(
        (ruleset) => ruleset.enforcement === 'active' && matchesBranch(ruleset, branch, repository.defaultBranch),
      );
      const rules = inForce.flatMap((ruleset) =>
        ruleset.rules.map((rule) => ({
          ...rule,
          ruleset_source_type: ruleset.sourceType,
          ruleset_source: sourceOf(repository, ruleset),
          ruleset_id: ruleset.id,
        })),
      );
      return paged(request, rules, (rule) => rule);
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/rulesets',
    needs,
    answer: (request) => {
      request.query.get('includes_parents');
      return paged(request, request.repository.rulesets, (ruleset) => summary(request, ruleset));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/rulesets/{ruleset_id}',
    needs,
    answer: (request) => {
      request.query.get('includes_parents');
      const ruleset = request.repository.rulesets.find(({ id }) => id === numbered(request, 'ruleset_id'));
      if (ruleset === undefined) return notFound();
      // Left out, not emptied, for who may not write the ruleset: absent is not "nobody" (gate.md 1.1).
      const mayWrite = allows(request.token, request.repository, writes('administration'));
      return ok({
        ...summary(request, ruleset),
        conditions: { ref_name: { include: ruleset.include, exclude: [] } },
        rules: ruleset.rules,
        ...(mayWrite ? { bypass_actors: ruleset.bypassActors } : {}),
        current_user_can_bypass: 'never',
      });
    },
  },
];

function summary({ view, repository }: RestRequest, ruleset: Ruleset) {
  return {
    id: ruleset.id,
    name: ruleset.name,
    target: 'branch',
    source_type: ruleset.sourceType,
    source: sourceOf(repository, ruleset),
    enforcement: ruleset.enforcement,
    node_id: nodeId('RepositoryRuleset', ruleset.id),
    _links: { self: { href: `${view.api}/repos/${fullName(repository)}/rulesets/${ruleset.id}` } },
    created_at: instant(ruleset.createdAt),
    updated_at: instant(ruleset.updatedAt),
  };
}

const sourceOf = (repository: Repository, ruleset: Ruleset): string =>
  ruleset.sourceType === 'Organization' ? repository.owner : fullName(repository);
