import { startFakeGitHub, type SoundChange } from '@proofrail/testkit';
import type { ActRun } from './act-run.ts';
import { runShipped, type ActStory } from './run-shipped.ts';

/** One of our workflows on act, over a change on the fake GitHub. */
export async function actOnGitHub(change: SoundChange, story: ActStory): Promise<ActRun> {
  const github = await startFakeGitHub(change.scenario);
  try {
    const run = await runShipped(change, story, github);
    const unmodelled = github.unmodelled();
    if (unmodelled.length > 0) throw new Error(`the fake GitHub does not know: ${unmodelled.join(', ')}`);
    return run;
  } finally {
    await github.close();
  }
}
