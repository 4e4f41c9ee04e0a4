import { writes } from '../../permissions/scopes.ts';
import { nodeId } from '../../rest/view.ts';
import type { Repository } from '../../state/repository.ts';
import type { Rule, Ruleset } from '../../state/rules.ts';
import { connection } from '../connection.ts';
import { requireScopes, type GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { ownerNode } from './owner-node.ts';
import { repositoryNode } from './repository-node.ts';
import { instant } from '../../rest/instant.ts';

export function ruleNode(view: GraphView, repository: Repository, ruleset: Ruleset, rule: Rule) {
  return {
    __typename: 'RepositoryRule',
    id: nodeId('RepositoryRule', `${ruleset.id}:${rule.type}`),
    type: rule.type.toUpperCase(),
    repositoryRuleset: () => rulesetNode(view, repository, ruleset),
    parameters: () =>
      rule.parameters === undefined ? null : { __typename: parametersName(rule.type), ...camelCased(rule.parameters) },
  };
}

export function rulesetNode(view: GraphView, repository: Repository, ruleset: Ruleset) {
  return {
    __typename: 'RepositoryRuleset',
    id: nodeId('RepositoryRuleset', ruleset.id),
    databaseId: ruleset.id,
    name: ruleset.name,
    enforcement: ruleset.enforcement.toUpperCase(),
    target: 'BRANCH',
    createdAt: instant(ruleset.createdAt),
    updatedAt: instant(ruleset.updatedAt),
    source: () => (ruleset.sourceType === 'Organization' ? ownerNode(view, repository) : repositoryNode(view, repository)),
    conditions: () => ({ refName: { include: ruleset.include, exclude: [] } }),
    rules: (args: Arguments) => connection('rules', args, ruleset.rules, (rule) => ruleNode(view, repository, ruleset, rule)),
    bypassActors: (args: Arguments) => {
      requireScopes(view, repository, writes('administration'));
      return connection('bypassActors', args, ruleset.bypassActors, (actor) => ({
        bypassMode: actor.bypass_mode.toUpperCase(),
        deployKey: actor.actor_type === 'DeployKey',
        organizationAdmin: actor.actor_type === 'OrganizationAdmin',
        repositoryRoleDatabaseId: actor.actor_type === 'RepositoryRole' ? actor.actor_id : null,
      }));
    },
  };
}

const parametersName = (type: string): string =>
  `${type.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Parameters`;

/** REST's spelling into GraphQL's, all the way down. */
function camelCased(value: unknown): object {
  const entries = Object.entries(value as object).map(([name, inner]: [string, unknown]) => [camel(name), inside(inner)]);
  return Object.fromEntries(entries) as object;
}

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside);
  return typeof value === 'object' && value !== null ? camelCased(value) : value;
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
