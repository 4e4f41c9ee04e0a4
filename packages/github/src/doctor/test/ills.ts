import type { Settings } from './fake-settings.ts';

const ruleOf = (settings: Settings, type: string) => {
  const rule = settings.rules.find((one) => one.type === type);
  if (rule?.parameters === undefined) throw new Error(`the healthy repository has no ${type} with parameters`);
  return rule.parameters;
};
export const without = (type: string) => (settings: Settings) => {
  settings.rules = settings.rules.filter((rule) => rule.type !== type);
};
const withParameter = (type: string, name: string, value: unknown) => (settings: Settings) => {
  ruleOf(settings, type)[name] = value;
};
const withBypass = (actor_type: string, bypass_mode: string) => (settings: Settings) => {
  settings.rulesets = settings.rulesets.map((ruleset) => ({
    ...ruleset,
    bypass_actors: [{ actor_type, actor_id: 1, bypass_mode }],
  }));
};
const replaced = (file: string, from: string, to: string) => (settings: Settings) => {
  const text = settings.workflows[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  settings.workflows[file] = text.replace(from, to);
};
const environment = (change: Record<string, unknown>) => (settings: Settings) => {
  settings.environments = settings.environments.map((one) => ({ ...one, ...change }));
};
const reviewers = (change: Record<string, unknown>) =>
  environment({ protection_rules: [{ type: 'required_reviewers', prevent_self_review: true, reviewers: [{}], ...change }] });

/** One thing wrong with a healthy repository, and every name under which the doctor says so. */
export const ILLS: readonly (readonly [string, (settings: Settings) => void, readonly string[]])[] = [
  ['administrators may bypass at any time', withBypass('OrganizationAdmin', 'always'), ['bypassable-protection', 'bypass-actor']],
  ['a team is exempt, without a record', withBypass('Team', 'exempt'), ['bypassable-protection', 'exempt-actor']],
  ['who may write may merge past it', withBypass('RepositoryRole', 'pull_request'), ['bypassable-protection', 'bypass-actor']],
  ['an app may merge past it', withBypass('Integration', 'pull_request'), ['bypassable-protection', 'machine-bypass']],
  ['a team may bypass in a way not known yet', withBypass('Team', 'sometimes'), ['bypassable-protection', 'bypass-actor']],
  ['an app is exempt', withBypass('Integration', 'exempt'), ['bypassable-protection', 'exempt-actor']],
  ['a deploy key may push', withBypass('DeployKey', 'always'), ['bypassable-protection', 'machine-bypass']],
  [
    'classic protection leaves administrators out',
    (settings) => (settings.classic = { enforce_admins: { enabled: false } }),
    ['bypassable-protection'],
  ],
  ['one review is enough', withParameter('pull_request', 'required_approving_review_count', 1), ['rule reviews']],
  ['approvals survive a push', withParameter('pull_request', 'dismiss_stale_reviews_on_push', false), ['rule stale-reviews']],
  ['who pushed last approves', withParameter('pull_request', 'require_last_push_approval', 'true'), ['rule last-push']],
  ['nobody owns code', withParameter('pull_request', 'require_code_owner_review', false), ['rule code-owners']],
  ['threads stay open', withParameter('pull_request', 'required_review_thread_resolution', false), ['rule threads']],
  [
    'checks on an old base, no queue',
    (settings) => {
      without('merge_queue')(settings);
      withParameter('required_status_checks', 'strict_required_status_checks_policy', false)(settings);
    },
    ['rule strict'],
  ],
  ['merge commits', without('required_linear_history'), ['rule linear-history']],
  ['force pushes', without('non_fast_forward'), ['rule force-push']],
  ['the branch can be deleted', without('deletion'), ['rule deletion']],
  [
    'no pull request is asked for',
    without('pull_request'),
    ['bypassable-protection', 'rule reviews', 'rule stale-reviews', 'rule last-push', 'rule code-owners', 'rule threads'],
  ],
  ['the gate is not required', without('workflows'), ['rule gate']],
  [
    'the gate is required by name alone',
    (settings) => {
      without('workflows')(settings);
      ruleOf(settings, 'required_status_checks')['required_status_checks'] = [{ context: 'ci / gate', integration_id: 15368 }];
      settings.reported = [{ name: 'ci / gate', checkSuite: { app: { databaseId: 15368 } } }];
    },
    ['editable-gate'],
  ],
  [
    'any app may report a required check',
    withParameter('required_status_checks', 'required_status_checks', [{ context: 'test' }]),
    ['check-of-any-app'],
  ],
  [
    'any app may report what classic protection requires by name alone',
    (settings) => {
      settings.classic = { enforce_admins: { enabled: true }, required_status_checks: { contexts: ['test'] } };
    },
    ['check-of-any-app'],
  ],
  [
    'the right name from another app',
    (settings) => (settings.reported = [{ name: 'test', checkSuite: { app: { databaseId: 1 } } }]),
    ['unreported-check'],
  ],
  ['nothing reports a required check', (settings) => (settings.reported = [{ context: 'tests' }]), ['unreported-check']],
  [
    'the queue checks the last of a group alone',
    withParameter('merge_queue', 'grouping_strategy', 'HEADGREEN'),
    ['head-green-queue'],
  ],
  [
    'a ruleset is only on trial',
    (settings) => settings.rulesets.push({ id: 8, name: 'new', target: 'branch', enforcement: 'evaluate', bypass_actors: [] }),
    ['ruleset-on-trial'],
  ],
  [
    'a line of CODEOWNERS names nobody',
    (settings) => settings.codeOwnersErrors.push({ line: 3, kind: 'Unknown owner', path: 'CODEOWNERS' }),
    ['unowned-paths'],
  ],
  ['production has no reviewers', environment({ protection_rules: [] }), ['unapproved-production']],
  ['production approves itself', reviewers({ prevent_self_review: false }), ['unapproved-production']],
  ['administrators pass the approval by', environment({ can_admins_bypass: true }), ['unapproved-production']],
  ['production takes every branch', environment({ deployment_branch_policy: null }), ['production-from-any-branch']],
  [
    'staging approves itself',
    (settings) =>
      settings.environments.push({
        name: 'staging',
        protection_rules: [{ type: 'required_reviewers', prevent_self_review: false }],
      }),
    ['self-approved-environment'],
  ],
  ['scans stay in artifacts', replaced('deploy.yml', 's3://evidence/main', 'artifact'), ['unretained-scans']],
  ['no SBOM is archived', replaced('deploy.yml', 'archive-sbom', 'notify'), ['missing-sbom']],
  ['nobody wrote a rollback', replaced('deploy.yml', 'rollback:', 'cleanup:'), ['untested-rollback']],
  ['the rollback never ran', (settings) => (settings.rollbackRan = null), ['untested-rollback']],
  [
    'a required job has an if',
    replaced('ci.yml', '    runs-on', "    if: github.actor != 'me'\n    runs-on"),
    ['conditional-required-job'],
  ],
];
