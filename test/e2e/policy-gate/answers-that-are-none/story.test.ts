import { expect, it } from '@jest/globals';
import type { Fault } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';

const faults: readonly [string, Fault, (route: string) => boolean][] = [
  ['a page in HTML', { kind: 'html', status: 200 }, () => true],
  ['half a body', { kind: 'cut-body', bytes: 300, how: 'complete' }, (route) => route === '/graphql'],
  ['text of five megabytes', { kind: 'mutate', change: () => 'x'.repeat(5_000_000) }, (route) => route.endsWith('/files')],
];

it('the same change is allowed when every answer is sound', async () => {
  expect((await gateOnGitHub(soundChange())).outcome).toBe('allow');
});

// 300 more are tried in three-hundred.test.ts, which takes minutes.
it.each(faults)(
  '%s in place of an answer ends in unknown or unavailable, never in a pass and never in a stack trace',
  async (_, fault, on) => {
    const run = await gateOnGitHub(soundChange(), { prepare: (github) => github.inject(({ route }) => on(route), fault) });
    expect([1, 3]).toContain(run.exitCode);
    expect([run.outcome ?? 'deny', run.stderr]).toEqual(['deny', '']);
    expect(run.stdout + run.summary).not.toMatch(/engine\/unexpected|\bat .*\.js:\d+/);
    expect(run.summary.length).toBeLessThan(100_000);
  },
);
