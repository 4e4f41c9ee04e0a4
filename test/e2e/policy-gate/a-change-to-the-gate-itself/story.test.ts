import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { approval, GRACE, soundChange, withFacts, type Change } from '../../material/change.ts';
import { brokenRules, ruleStatuses } from '../../material/rule-status.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

/** A repository in which one approval by security is enough for everyday changes, and this one has it. */
function everydayChange(...paths: string[]): Change {
  const change = withFacts(soundChange(), {
    reviews: { known: true, value: { items: [approval(GRACE, 60)], total: 1 } },
    files: { known: true, value: { items: paths.map((path) => ({ path, previous: null })), total: paths.length } },
  });
  const edited = Object.entries(change.configuration).map(([file, text]) => [
    file,
    text.replace('{min: 2, roles: [security, platform]}', '{min: 1, roles: [security]}'),
  ]);
  return { ...change, configuration: Object.fromEntries(edited) as Change['configuration'] };
}

describe.each(NODES)('a change to the gate itself, on Node %i', (node) => {
  it('needs a second person, where an everyday change does not', async () => {
    using workspace = new Workspace();
    const everyday = await runGate(workspace, everydayChange('src/refunds.ts'), node);
    expect([everyday.exitCode, ruleStatuses(everyday.summary)['approvals.elevated']]).toEqual([0, 'does not apply']);

    using other = new Workspace();
    const workflow = await runGate(other, everydayChange('src/refunds.ts', '.github/workflows/gate.yml'), node);
    expect([workflow.exitCode, brokenRules(workflow.summary)]).toEqual([1, ['approvals.elevated']]);
  });

  it('is not let through where nobody could read all of its files', async () => {
    using workspace = new Workspace();
    const change = withFacts(everydayChange(), { files: { known: false, why: 'truncated' } });
    const run = await runGate(workspace, change, node);
    expect([run.exitCode, ruleStatuses(run.summary)['approvals.elevated']]).toEqual([1, 'unknown']);
  });
});
