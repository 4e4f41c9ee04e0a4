import { runWorkflow, type SoundChange } from '@proofrail/testkit';

const TEST = 'test';

/** How the check that the registry requires ended. */
export function testEnded(change: SoundChange, conclusion: 'success' | 'failure' | 'neutral' | 'skipped'): void {
  for (const check of change.repository.checkRuns) if (check.name === TEST) check.conclusion = conclusion;
}

/** The workflow that the registry names has not run. */
export function withoutTest({ repository }: SoundChange): void {
  const kept = repository.checkRuns.filter(({ name }) => name !== TEST);
  repository.checkRuns.splice(0, repository.checkRuns.length, ...kept);
}

/** A job of the required name, green, in a workflow of that path. */
export function testIn(change: SoundChange, path: string, event = 'pull_request'): void {
  const { scenario, repository, pullRequest, author } = change;
  const about = { commit: pullRequest.head.commit, branch: pullRequest.head.branch, actor: author, pullRequest };
  runWorkflow(scenario, repository, { ...about, path, event, jobs: { [TEST]: 'success' } });
}
