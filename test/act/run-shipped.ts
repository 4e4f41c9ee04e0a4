import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RealRepository, type FakeGitHub, type Files, type SoundChange } from '@proofrail/testkit';
import { repositoryRoot } from '../../packages/testkit/src/runner/repository-root.ts';
import { GITHUB_COM, jobEnvironment, onPullRequest, type StartingEvent } from '../e2e/material/gate-on-github.ts';
import type { Workspace } from '../e2e/material/workspace.ts';
import type { ActRun } from './act-run.ts';
import { answered } from './answered.ts';
import { OurClone } from './our-clone.ts';
import { runAct, type ActOptions } from './run-act.ts';

export interface ActStory extends Pick<ActOptions, 'act' | 'runner' | 'commands' | 'secrets' | 'variables'> {
  readonly workspace: Workspace;
  /** Path of the workflow in this repository. */
  readonly workflow: string;
  /** Words of it that name a machine that nobody here has, and what stands there instead. Everything else runs as it is. */
  readonly instead?: Readonly<Record<string, string>>;
  /** Workflows that it calls. */
  readonly calls?: readonly string[];
  /** Default: the pull request of the change. */
  readonly event?: StartingEvent;
  /** Beside the workflow, for a job that checks out. */
  readonly files?: Files;
}

type Server = Pick<FakeGitHub, 'url' | 'graphqlUrl'>;

/** One of our workflows on act, in a repository of its own. Copies of its artifacts: `artifacts/` of the workspace. */
export async function runShipped(change: SoundChange, story: ActStory, github: Server = GITHUB_COM): Promise<ActRun> {
  const { workspace, workflow, event = onPullRequest(change) } = story;
  using clone = new OurClone();
  using repository = new RealRepository();
  const inItsPlace = `.github/workflows/${path.basename(workflow)}`;
  let text = readFileSync(path.join(repositoryRoot, workflow), 'utf8');
  for (const [words, others] of Object.entries(story.instead ?? {})) text = text.replaceAll(words, others);
  repository.commit({ ...story.files, [inItsPlace]: text });
  for (const name of Object.keys(story.files ?? {}).filter((file) => file.endsWith('.sh')))
    chmodSync(path.join(repository.folder, name), 0o755);
  const run = await runAct({
    ...story,
    repository,
    workflow: inItsPlace,
    runner: { ...story.runner, FAKE_CLONE: clone.folder },
    event,
    environment: { ...jobEnvironment(change, github, workspace, event), GITHUB_RETENTION_DAYS: '90' },
    artifacts: workspace.path('artifacts'),
    answered: answered(clone, [workflow, ...(story.calls ?? [])]),
  });
  if (run.fetched.length > 0) throw new Error(`nothing here answers for: ${run.fetched.join(', ')}`);
  return run;
}
