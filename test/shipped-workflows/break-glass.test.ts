import { describe, expect, it } from '@jest/globals';
import { shippedWorkflows } from './shipped-workflow.ts';

describe('break-glass', () => {
  const byHand = shippedWorkflows().filter(({ on, text }) => 'workflow_dispatch' in on && text.includes('/gate.yml@'));

  it('asks for the two ids that the gate reads from the event, and for nothing that could be judged instead', () => {
    expect(byHand).toHaveLength(4);
    for (const { on } of byHand) {
      const inputs = on['workflow_dispatch']?.['inputs'] as Record<string, { required: boolean }>;
      expect([Object.keys(on), Object.keys(inputs)]).toEqual([['workflow_dispatch'], ['pull_request', 'exception']]);
      expect(Object.values(inputs).map(({ required }) => required)).toEqual([true, true]);
    }
  });

  // Whoever starts it chooses the branch whose newest commit gets the check, and another pull request that it is about.
  it('reports under a name that no ruleset requires', () => {
    const names = byHand.flatMap(({ jobs }) => Object.entries(jobs).map(([id, { name }]) => name ?? id));
    expect(new Set(names)).toEqual(new Set(['break-glass']));
  });
});
