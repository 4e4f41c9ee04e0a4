import { allSecretsAtOnce } from './checks/all-secrets-at-once.ts';
import { alwaysTrueCondition } from './checks/always-true-condition.ts';
import { artifactOfUntrustedRun } from './checks/artifact-of-untrusted-run.ts';
import { botActorCondition } from './checks/bot-actor-condition.ts';
import { branchOrTag } from './checks/branch-or-tag.ts';
import { broadPermissions } from './checks/broad-permissions.ts';
import { cacheInGate } from './checks/cache-in-gate.ts';
import { cancelInProgress } from './checks/cancel-in-progress.ts';
import { commentCommandWithoutCommit } from './checks/comment-command-without-commit.ts';
import { conditionalRequiredJob } from './checks/conditional-required-job.ts';
import { continueOnError } from './checks/continue-on-error.ts';
import { duplicateCheckName } from './checks/duplicate-check-name.ts';
import { expressionInjection } from './checks/expression-injection.ts';
import { filteredRequiredWorkflow } from './checks/filtered-required-workflow.ts';
import { inheritedSecrets } from './checks/inherited-secrets.ts';
import { needsResultUnread } from './checks/needs-result-unread.ts';
import { notOnMergeGroup } from './checks/not-on-merge-group.ts';
import { pullRequestTarget } from './checks/pull-request-target.ts';
import { retentionAboveCap } from './checks/retention-above-cap.ts';
import { selfHostedGate } from './checks/self-hosted-gate.ts';
import { shadowedLocalAction } from './checks/shadowed-local-action.ts';
import { skippedByNeeds } from './checks/skipped-by-needs.ts';
import { unpinnedAction } from './checks/unpinned-action.ts';
import { unpinnedImage } from './checks/unpinned-image.ts';
import { untrustedCheckout } from './checks/untrusted-checkout.ts';
import type { WorkflowCheck } from './workflow-check.ts';

/** Every check of workflow files, in the order of the table of bypasses: first what makes a required check green, then whose code runs. */
export const WORKFLOW_CHECKS: readonly WorkflowCheck[] = [
  notOnMergeGroup,
  shadowedLocalAction,
  conditionalRequiredJob,
  skippedByNeeds,
  needsResultUnread,
  continueOnError,
  alwaysTrueCondition,
  duplicateCheckName,
  filteredRequiredWorkflow,
  cancelInProgress,
  pullRequestTarget,
  untrustedCheckout,
  expressionInjection,
  unpinnedAction,
  unpinnedImage,
  branchOrTag,
  cacheInGate,
  artifactOfUntrustedRun,
  botActorCondition,
  commentCommandWithoutCommit,
  inheritedSecrets,
  allSecretsAtOnce,
  broadPermissions,
  selfHostedGate,
  retentionAboveCap,
];
