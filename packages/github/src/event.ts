import type { EventPayloadMap } from '@octokit/webhooks-types';
import * as v from 'valibot';
import {
  breakGlassSubject,
  deploymentSubject,
  mergeGroupSubject,
  pullRequestSubject,
  pushSubject,
  type JudgedSubject,
  type Subject,
} from './subject.ts';

type Reader = v.GenericSchema<unknown, JudgedSubject>;

/** Events that say nothing about a change on its way to a protected branch, or say it in words that others can write. */
const nothing = null;

/**
 * Each event that GitHub knows, so that a new one in `@octokit/webhooks-types` breaks the build until somebody decides. The types are
 * a claim about payloads; the readers check the ids when they arrive.
 */
const EVENTS: Readonly<Record<keyof EventPayloadMap, Reader | null>> = {
  pull_request: pullRequestSubject,
  pull_request_review: pullRequestSubject,
  merge_group: mergeGroupSubject,
  push: pushSubject,
  deployment: deploymentSubject,
  deployment_status: deploymentSubject,
  workflow_dispatch: breakGlassSubject,
  branch_protection_configuration: nothing,
  branch_protection_rule: nothing,
  check_run: nothing,
  check_suite: nothing,
  code_scanning_alert: nothing,
  commit_comment: nothing,
  create: nothing,
  custom_property: nothing,
  custom_property_values: nothing,
  delete: nothing,
  dependabot_alert: nothing,
  deploy_key: nothing,
  deployment_protection_rule: nothing,
  deployment_review: nothing,
  discussion: nothing,
  discussion_comment: nothing,
  fork: nothing,
  github_app_authorization: nothing,
  gollum: nothing,
  installation: nothing,
  installation_repositories: nothing,
  installation_target: nothing,
  issue_comment: nothing,
  issues: nothing,
  label: nothing,
  marketplace_purchase: nothing,
  member: nothing,
  membership: nothing,
  meta: nothing,
  milestone: nothing,
  org_block: nothing,
  organization: nothing,
  package: nothing,
  page_build: nothing,
  ping: nothing,
  project: nothing,
  project_card: nothing,
  project_column: nothing,
  projects_v2_item: nothing,
  public: nothing,
  pull_request_review_comment: nothing,
  pull_request_review_thread: nothing,
  registry_package: nothing,
  release: nothing,
  repository: nothing,
  repository_dispatch: nothing,
  repository_import: nothing,
  repository_vulnerability_alert: nothing,
  secret_scanning_alert: nothing,
  secret_scanning_alert_location: nothing,
  security_advisory: nothing,
  sponsorship: nothing,
  star: nothing,
  status: nothing,
  team: nothing,
  team_add: nothing,
  watch: nothing,
  workflow_job: nothing,
  // The re-run bridge only starts the original run again; its own run judges nothing (gate.md 4.3).
  workflow_run: nothing,
};

/**
 * What an event asks to have judged. `pull_request_target` is no name of a webhook, so it ends in `unsupported` like every other
 * unknown name: it runs with the base's secrets and is never the gate's (gate.md row 51).
 */
export function subjectOf(event: string, payload: unknown): Subject {
  const reader = Object.hasOwn(EVENTS, event) ? EVENTS[event as keyof EventPayloadMap] : null;
  if (reader === null) return { kind: 'unsupported', event, why: 'event' };
  const read = v.safeParse(reader, payload);
  return read.success ? read.output : { kind: 'unsupported', event, why: 'payload' };
}
