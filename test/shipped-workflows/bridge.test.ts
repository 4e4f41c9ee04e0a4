import { describe, expect, it } from '@jest/globals';
import { shippedWorkflows, stepsOf, workflowIn } from './shipped-workflow.ts';

const workflows = shippedWorkflows();
const named = (file: string) => workflowIn(workflows, file);

describe('the bridge', () => {
  const signal = named('examples/callers/repository/.github/workflows/proofrail-review.yml');
  const bridge = named('.github/workflows/gate-rerun.yml');

  it('is started by a signal that can do nothing and says nothing, also when an approval is withdrawn or the change is pointed elsewhere', () => {
    expect(signal.on).toEqual({
      pull_request: { types: ['edited'] },
      pull_request_review: { types: ['submitted', 'edited', 'dismissed'] },
    });
    expect(Object.values(signal.jobs).map(({ permissions }) => permissions)).toEqual([{}]);
    expect(stepsOf(signal)).toEqual([{ run: "echo 'reviewed, or pointed elsewhere'" }]);
  });

  it('runs on the default branch, by the name that the signal has', () => {
    const rerun = named('examples/callers/repository/.github/workflows/proofrail-rerun.yml');
    expect(rerun.on).toEqual({ workflow_run: { workflows: [signal.name], types: ['completed'] } });
  });

  it('finds the run by event, commit and path, and takes nothing else from the signal', () => {
    expect(bridge.text.match(/github\.event\.\S+/g)).toEqual(['github.event.workflow_run.head_sha']);
    expect(bridge.text).toContain('event=pull_request');
    expect(Object.values(bridge.jobs).map(({ permissions }) => permissions)).toEqual([{ actions: 'write' }]);
  });

  it('looks for the workflows that call the gate, by their paths', () => {
    const callers = workflows.filter(({ on, text }) => 'pull_request' in on && text.includes('/gate.yml@'));
    const paths = new Set(callers.map(({ file }) => file.slice(file.indexOf('.github/'))));
    const [step] = stepsOf(bridge);
    expect(new Set(JSON.parse(step?.env?.['GATES'] ?? '[]') as string[])).toEqual(paths);
  });
});
