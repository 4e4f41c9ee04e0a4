import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RealRepository, startFakeGitHub, type Files, type SoundChange } from '@proofrail/testkit';
import { repositoryRoot } from '../../packages/testkit/src/runner/repository-root.ts';
import { jobEnvironment, onPullRequest, type StartingEvent } from '../e2e/material/gate-on-github.ts';
import type { Workspace } from '../e2e/material/workspace.ts';
import type { ActRun } from './act-run.ts';
import { answered } from './answered.ts';
import { OurClone } from './our-clone.ts';
import { runAct, type ActOptions } from './run-act.ts';

export interface ActStory extends Pick<ActOptions, 'act' | 'runner' | 'secrets' | 'variables'> {
  readonly workspace: Workspace;
  /** Path of the workflow in this repository: run as it is. */
  readonly workflow: string;
  /** Workflows that it calls. */
  readonly calls?: readonly string[];
  /** Default: the pull request of the change. */
  readonly event?: StartingEvent;
  /** Beside the workflow, for a job that checks out. */
  readonly files?: Files;
}

/** One of our workflows on act, in a repository of its own, over a change on the fake GitHub. Copies of its artifacts: `artifacts/` of the workspace. */
export async function actOnGitHub(change: SoundChange, story: ActStory): Promise<ActRun> {
  const { workspace, workflow, event = onPullRequest(change) } = story;
  const github = await startFakeGitHub(change.scenario);
  using clone = new OurClone();
  using repository = new RealRepository();
  const inItsPlace = `.github/workflows/${path.basename(workflow)}`;
  repository.commit({ ...story.files, [inItsPlace]: readFileSync(path.join(repositoryRoot, workflow), 'utf8') });
  try {
    const run = await runAct({
      ...story,
      repository,
      workflow: inItsPlace,
      event,
      environment: { ...jobEnvironment(change, github, workspace, event), GITHUB_RETENTION_DAYS: '90' },
      artifacts: workspace.path('artifacts'),
      answered: answered(clone, [workflow, ...(story.calls ?? [])]),
    });
    const unmodelled = [...github.unmodelled(), ...run.fetched];
    if (unmodelled.length > 0) throw new Error(`nothing here answers for: ${unmodelled.join(', ')}`);
    return run;
  } finally {
    await github.close();
  }
}
