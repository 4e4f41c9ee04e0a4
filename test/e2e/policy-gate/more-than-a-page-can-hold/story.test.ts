import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange, withFacts } from '../../material/change.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('four thousand images by tag, on Node %i', (node) => {
  it('are denied on a page that the platform shows and in annotations that it keeps', async () => {
    using workspace = new Workspace();
    const items = Array.from({ length: 4_000 }, (_, index) => ({
      reference: `registry.example/${'x'.repeat(300)}:${index}`,
      file: `deploy/${index}.yaml`,
      line: 1,
    }));
    const run = await runGate(
      workspace,
      withFacts(soundChange(), { images: { known: true, value: { items, total: 4_000 } } }),
      node,
    );
    expect(run.exitCode).toBe(1);
    expect(run.runnerErrors).toEqual([]);
    expect(run.summary).toMatch(/^## ❌ Denied/);
    expect(run.annotations.length).toBeLessThanOrEqual(10);
    for (const { message } of run.annotations) expect(message.length).toBeLessThan(4_096);
  });
});
