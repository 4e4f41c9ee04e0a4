import { examineWorkflows, SURROUNDINGS_UNSEEN } from '@proofrail/core/workflows';
import type { GitHubApi } from '../github-api.ts';
import { readArtifactRetention } from './reads/artifact-retention.ts';
import { readBranchRules } from './reads/branch-rules.ts';
import { readClassicProtection } from './reads/classic-protection.ts';
import { readCodeOwnersErrors } from './reads/code-owners.ts';
import { readEnvironments } from './reads/environments.ts';
import { readReportedChecks } from './reads/reported-checks.ts';
import { readRepository } from './reads/repository.ts';
import { readRulesets } from './reads/rulesets.ts';
import { readWorkflowFiles } from './reads/workflow-files.ts';
import { requiredContexts } from './required-contexts.ts';
import { readRollback } from './rollback.ts';
import { fromSight } from './sight.ts';
import type { Sights } from './sights.ts';

const LONGEST_PUBLIC_RETENTION = 90; // days (gate.md 1.5)

/** Looks at everything once. UnavailableError `doctor/no-repository` where not even the repository answers. */
export async function readSights(api: GitHubApi, owner: string, repo: string): Promise<Sights> {
  const repository = await readRepository(api, owner, repo);
  const [rules, rulesets, classic, environments, retention, files, reported, codeOwners] = await Promise.all([
    readBranchRules(api, repository),
    readRulesets(api, repository),
    readClassicProtection(api, repository),
    readEnvironments(api, repository),
    readArtifactRetention(api, repository),
    readWorkflowFiles(api, repository),
    readReportedChecks(api, repository),
    readCodeOwnersErrors(api, repository),
  ]);
  const longest = repository.isPublic ? LONGEST_PUBLIC_RETENTION : SURROUNDINGS_UNSEEN.longestRetention;
  const workflows = fromSight(files, (all) =>
    examineWorkflows(all, {
      required: rules.seen ? requiredContexts({ rules, classic }).map(({ context }) => context) : null,
      mergeQueue: rules.seen ? rules.value.some(({ type }) => type === 'merge_queue') : null,
      longestRetention: retention.seen ? retention.value.most : longest,
    }),
  );
  const rollback = workflows.seen ? await readRollback(api, repository, workflows.value.workflows) : workflows;
  return { repository, rules, rulesets, classic, environments, retention, workflows, reported, codeOwners, rollback };
}
