import type { Repository } from '../../state/repository.ts';
import { matchesBranch } from '../../state/rules.ts';
import { graphError } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';

interface RequiredCheck {
  readonly context: string;
  readonly integration_id?: number;
}

/** By name and, if the rule has one, by app. That this says nothing about the workflow is GitHub's answer, not ours. */
export function isRequired(repository: Repository, { pullRequestNumber }: Arguments, name: string, app: number | null): boolean {
  const pull = repository.pullRequests.get(Number(pullRequestNumber));
  if (pull === undefined) throw graphError('NOT_FOUND', 'Must provide a pull request number');
  return repository.rulesets
    .filter((ruleset) => ruleset.enforcement === 'active' && matchesBranch(ruleset, pull.base.branch, repository.defaultBranch))
    .flatMap((ruleset) => ruleset.rules)
    .flatMap((rule) => (rule.parameters?.['required_status_checks'] ?? []) as readonly RequiredCheck[])
    .some((check) => check.context === name && (check.integration_id === undefined || check.integration_id === app));
}
