import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange, withFacts, type Change } from '../../material/change.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

/** Nobody has looked at it yet. */
function unreviewed(queue: boolean): Change {
  const change = soundChange();
  return withFacts(change, {
    change: { ...change.facts.change, merge_queue: { known: true, value: queue } },
    reviews: { known: true, value: { items: [], total: 0 } },
  });
}

// A required check that is red until the last review is there would keep every pull request out of the queue.
describe.each(NODES)('a change that waits for its reviews, on Node %i', (node) => {
  it('may enter the queue that judges it again, as a provisional decision and not as an allowed one', async () => {
    using workspace = new Workspace();
    const run = await runGate(workspace, unreviewed(true), node);
    expect([run.exitCode, run.outputs['outcome']]).toEqual([0, 'provisional']);
    expect(run.summary).toContain('## 🕓 Provisional');
  });

  it('is denied where there is no queue', async () => {
    using workspace = new Workspace();
    const run = await runGate(workspace, unreviewed(false), node);
    expect([run.exitCode, run.outputs['outcome']]).toEqual([1, 'deny']);
  });
});
