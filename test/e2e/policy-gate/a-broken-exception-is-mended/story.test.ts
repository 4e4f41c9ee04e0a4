import { describe, expect, it } from '@jest/globals';
import type { FactsDocument } from '@proofrail/core/context';
import { NODES, type ActionRun, type NodeMajor } from '@proofrail/testkit';
import { approval, GRACE, soundChange, withFacts } from '../../material/change.ts';
import { brokenRules, ruleStatuses } from '../../material/rule-status.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

/** A change to these files, in a repository whose protected branch holds a file of exceptions that cannot be read. */
async function gate(node: NodeMajor, paths: readonly string[], facts: Partial<FactsDocument> = {}): Promise<ActionRun> {
  using workspace = new Workspace();
  const items = paths.map((path) => ({ path, previous: null }));
  const sound = withFacts(soundChange(), { files: { known: true, value: { items, total: items.length } }, ...facts });
  const configuration = { ...sound.configuration, 'exceptions/broken.yaml': 'id: broken\n' };
  return await runGate(workspace, { ...sound, configuration }, node);
}

const MENDING = '.proofrail/exceptions/broken.yaml';

describe.each(NODES)('a broken exception on the protected branch, on Node %i', (node) => {
  it('is mended by a change of its own that two people of the elevated class approved, and the summary says so', async () => {
    const run = await gate(node, [MENDING]);
    expect([run.exitCode, brokenRules(run.summary)]).toEqual([0, []]);
    expect(run.summary).toMatch(/broken\.yaml.*is not valid; this change touches exceptions alone, and 2 elevated approvals/);
  });

  it('lets nothing else come along with that change', async () => {
    const run = await gate(node, [MENDING, 'src/refunds.ts']);
    expect([run.exitCode, brokenRules(run.summary)]).toEqual([1, ['exceptions.validity']]);
  });

  it('is not mended on the word of one', async () => {
    const run = await gate(node, [MENDING], { reviews: { known: true, value: { items: [approval(GRACE, 60)], total: 1 } } });
    expect([run.exitCode, ruleStatuses(run.summary)['exceptions.validity']]).toEqual([1, 'fails']);
  });

  it('is not mended where nobody could read all files of the change', async () => {
    const run = await gate(node, [], { files: { known: false, why: 'truncated' } });
    expect([run.exitCode, ruleStatuses(run.summary)['exceptions.validity']]).toEqual([1, 'unknown']);
  });
});
