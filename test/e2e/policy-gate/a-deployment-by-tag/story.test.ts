import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange, withFacts } from '../../material/change.ts';
import { brokenRules } from '../../material/rule-status.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('a deployment by tag, on Node %i', (node) => {
  it('is denied beside the line that names the tag', async () => {
    using workspace = new Workspace();
    const items = [{ reference: 'registry.example/payments:latest', file: 'deploy/app.yaml', line: 12 }];
    const run = await runGate(workspace, withFacts(soundChange(), { images: { known: true, value: { items, total: 1 } } }), node);
    expect(run.exitCode).toBe(1);
    expect(brokenRules(run.summary)).toEqual(['images.digest-only']);
    expect(run.annotations).toContainEqual(expect.objectContaining({ kind: 'error', file: 'deploy/app.yaml', line: 12 }));
  });
});
