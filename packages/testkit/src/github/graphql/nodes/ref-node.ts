import { reads } from '../../permissions/scopes.ts';
import { sees } from '../../permissions/token.ts';
import { nodeId } from '../../rest/view.ts';
import { stateOf } from '../../state/pull-request.ts';
import { pullRequestsFrom } from '../../state/pull-requests-from.ts';
import type { Repository } from '../../state/repository.ts';
import { matchesBranch } from '../../state/rules.ts';
import { connection } from '../connection.ts';
import { requireScopes, type GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { gitObjectNode } from './git-object-node.ts';
import { pullRequestNode } from './pull-request-node.ts';
import { repositoryNode } from './repository-node.ts';
import { ruleNode } from './rule-node.ts';

/** A branch as it is now; null once it is deleted. */
export function refNode(view: GraphView, repository: Repository, branch: string) {
  const tip = repository.branches.get(branch);
  if (tip === undefined) return null;
  return {
    __typename: 'Ref',
    id: nodeId('Ref', `${repository.id}:${branch}`),
    name: branch,
    prefix: 'refs/heads/',
    repository: () => repositoryNode(view, repository),
    target: () => {
      requireScopes(view, repository, reads('contents'));
      return gitObjectNode(view, repository, tip);
    },
    associatedPullRequests: (args: Arguments) => {
      const states = args['states'];
      const found = pullRequestsFrom(view.scenario, repository, branch).filter(
        ({ pull, into }) => sees(view.token, into) && (!Array.isArray(states) || states.includes(stateOf(pull))),
      );
      for (const { into } of found) requireScopes(view, into, reads('pull-requests'));
      return connection('associatedPullRequests', args, found, ({ pull, into }) => pullRequestNode(view, into, pull));
    },
    rules: (args: Arguments) => {
      const inForce = repository.rulesets.filter(
        (ruleset) => ruleset.enforcement === 'active' && matchesBranch(ruleset, branch, repository.defaultBranch),
      );
      const rules = inForce.flatMap((ruleset) => ruleset.rules.map((rule) => ({ ruleset, rule })));
      return connection('rules', args, rules, ({ ruleset, rule }) => ruleNode(view, repository, ruleset, rule));
    },
    refUpdateRule: () => {
      const classic = repository.protections.get(branch);
      if (classic === undefined) return null;
      return {
        pattern: branch,
        allowsDeletions: classic.deletions,
        allowsForcePushes: classic.forcePushes,
        blocksCreations: false,
        requiredApprovingReviewCount: classic.approvals,
        requiredStatusCheckContexts: classic.contexts,
        requiresCodeOwnerReviews: false,
        requiresConversationResolution: false,
        requiresLinearHistory: classic.linearHistory,
        requiresSignatures: false,
        viewerAllowedToDismissReviews: false,
        viewerCanPush: false,
      };
    },
    branchProtectionRule: () => {
      requireScopes(view, repository, reads('administration'));
      const classic = repository.protections.get(branch);
      if (classic === undefined) return null;
      return {
        pattern: branch,
        dismissesStaleReviews: classic.dismissStale,
        isAdminEnforced: classic.enforceAdmins,
        requiredApprovingReviewCount: classic.approvals,
        requiredStatusCheckContexts: classic.contexts,
      };
    },
  };
}
