import type { Repository } from '../state/repository.ts';
import type { Rule, Ruleset } from '../state/rules.ts';
import type { Scenario } from '../state/scenario.ts';

export interface NewRuleset extends Partial<Pick<Ruleset, 'name' | 'enforcement' | 'include' | 'bypassActors' | 'sourceType'>> {
  readonly rules: readonly Rule[];
}

export function protect(scenario: Scenario, repository: Repository, options: NewRuleset): Ruleset {
  const at = scenario.now;
  const ruleset: Ruleset = {
    id: scenario.nextId(),
    name: options.name ?? 'protected branches',
    enforcement: options.enforcement ?? 'active',
    sourceType: options.sourceType ?? 'Repository',
    include: options.include ?? ['~DEFAULT_BRANCH'],
    bypassActors: options.bypassActors ?? [],
    rules: [...options.rules],
    createdAt: at,
    updatedAt: at,
  };
  repository.rulesets.push(ruleset);
  return ruleset;
}

/** Two approvals, stale ones dismissed, last push approved by somebody else, threads resolved. */
export const PULL_REQUEST_RULE: Rule = {
  type: 'pull_request',
  parameters: {
    allowed_merge_methods: ['merge', 'squash', 'rebase'],
    dismiss_stale_reviews_on_push: true,
    require_code_owner_review: true,
    require_last_push_approval: true,
    required_approving_review_count: 2,
    required_review_thread_resolution: true,
  },
};

export const requiredChecks = (checks: Readonly<Record<string, number>>): Rule => ({
  type: 'required_status_checks',
  parameters: {
    do_not_enforce_on_create: false,
    strict_required_status_checks_policy: true,
    required_status_checks: Object.entries(checks).map(([context, app]) => ({ context, integration_id: app })),
  },
});

export const mergeQueue = (grouping: 'ALLGREEN' | 'HEADGREEN' = 'ALLGREEN'): Rule => ({
  type: 'merge_queue',
  parameters: {
    check_response_timeout_minutes: 60,
    grouping_strategy: grouping,
    max_entries_to_build: 5,
    max_entries_to_merge: 5,
    merge_method: 'SQUASH',
    min_entries_to_merge: 1,
    min_entries_to_merge_wait_minutes: 5,
  },
});
