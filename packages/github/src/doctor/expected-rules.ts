import type { BranchRule } from './reads/branch-rules.ts';
import type { ClassicProtection } from './reads/classic-protection.ts';
import { contextsOfClassic, contextsOfRules, isGateName, isGatePath, requiredWorkflowPaths } from './required-contexts.ts';
import { seen, type Sight } from './sight.ts';
import type { Sights } from './sights.ts';

/** A rule of the importable rulesets. Either a ruleset or classic protection may hold it. */
export interface ExpectedRule {
  readonly id: string;
  readonly title: string;
  readonly inRules: (rules: readonly BranchRule[]) => boolean;
  readonly inClassic: (classic: ClassicProtection) => boolean;
}

const pullRequest =
  (holds: (parameters: BranchRule['parameters']) => boolean) =>
  (rules: readonly BranchRule[]): boolean =>
    rules.some(({ type, parameters }) => type === 'pull_request' && holds(parameters));
const has =
  (wanted: string) =>
  (rules: readonly BranchRule[]): boolean =>
    rules.some(({ type }) => type === wanted);

const FEWEST_REVIEWS = 2;

/** What the importable rulesets hold, for one repository and for an organisation alike. */
export const EXPECTED_RULES: readonly ExpectedRule[] = [
  {
    id: 'reviews',
    title: `${FEWEST_REVIEWS} approving reviews`,
    inRules: pullRequest(({ required_approving_review_count: count }) => typeof count === 'number' && count >= FEWEST_REVIEWS),
    inClassic: ({ required_pull_request_reviews: reviews }) => (reviews?.required_approving_review_count ?? 0) >= FEWEST_REVIEWS,
  },
  {
    id: 'stale-reviews',
    title: 'a push dismisses approvals',
    inRules: pullRequest(({ dismiss_stale_reviews_on_push: on }) => on === true),
    inClassic: ({ required_pull_request_reviews: reviews }) => reviews?.dismiss_stale_reviews === true,
  },
  {
    id: 'last-push',
    title: 'somebody else approves the last push',
    inRules: pullRequest(({ require_last_push_approval: on }) => on === true),
    inClassic: ({ required_pull_request_reviews: reviews }) => reviews?.require_last_push_approval === true,
  },
  {
    id: 'code-owners',
    title: 'code owners review',
    inRules: pullRequest(({ require_code_owner_review: on }) => on === true),
    inClassic: ({ required_pull_request_reviews: reviews }) => reviews?.require_code_owner_reviews === true,
  },
  {
    id: 'threads',
    title: 'review threads are resolved',
    inRules: pullRequest(({ required_review_thread_resolution: on }) => on === true),
    inClassic: ({ required_conversation_resolution: { enabled } }) => enabled,
  },
  {
    id: 'strict',
    title: 'checks ran on the newest base (strict)',
    inRules: (rules) =>
      rules.some(
        ({ type, parameters }) =>
          type === 'merge_queue' ||
          (type === 'required_status_checks' && parameters['strict_required_status_checks_policy'] === true),
      ),
    inClassic: ({ required_status_checks: checks }) => checks?.strict === true,
  },
  {
    id: 'linear-history',
    title: 'linear history',
    inRules: has('required_linear_history'),
    inClassic: ({ required_linear_history: { enabled } }) => enabled,
  },
  {
    id: 'force-push',
    title: 'no force push',
    inRules: has('non_fast_forward'),
    inClassic: ({ allow_force_pushes: { enabled } }) => !enabled,
  },
  {
    id: 'deletion',
    title: 'no deletion',
    inRules: has('deletion'),
    inClassic: ({ allow_deletions: { enabled } }) => !enabled,
  },
  {
    id: 'gate',
    title: 'the gate is required, from one named app or as a workflow of the ruleset',
    inRules: (rules) =>
      contextsOfRules(rules).some(({ context, app }) => isGateName(context) && app !== null) ||
      requiredWorkflowPaths(rules).some(isGatePath),
    inClassic: (classic) => contextsOfClassic(classic).some(({ context, app }) => isGateName(context) && app !== null),
  },
];

/** Missing only where everything that could hold the rule was seen. */
export function isHeld(rule: ExpectedRule, { rules, classic }: Pick<Sights, 'rules' | 'classic'>): Sight<boolean> {
  if (rules.seen && rule.inRules(rules.value)) return seen(true);
  if (classic.seen && classic.value !== null && rule.inClassic(classic.value)) return seen(true);
  if (!rules.seen) return rules;
  return classic.seen ? seen(false) : classic;
}
