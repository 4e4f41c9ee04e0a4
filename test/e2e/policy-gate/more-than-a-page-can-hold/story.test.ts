import { expect, it } from '@jest/globals';
import { withFiles } from '../../../github/on-new-head.ts';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';

/** As large as GitHub gives a file in one answer. */
const manifest = (part: number): string => {
  const image = (index: number) => `${'x'.repeat(200)}:${part}-${index}`;
  const containers = Array.from({ length: 2_000 }, (_, index) => `    - { name: a, image: "${image(index)}" }\n`);
  return `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n${containers.join('')}`;
};

it('four thousand images by tag are denied on a page that the platform shows and in annotations that it keeps', async () => {
  const run = await gateOnGitHub(withFiles(soundChange(), { 'deploy/a.yaml': manifest(1), 'deploy/b.yaml': manifest(2) }));
  expect([run.exitCode, run.runnerErrors]).toEqual([1, []]);
  expect(run.summary).toMatch(/^## ❌ Denied/);
  expect(run.summary).toContain('images.digest-only');
  expect(run.annotations.length).toBeLessThanOrEqual(10);
  for (const { message } of run.annotations) expect(message.length).toBeLessThan(4_096);
});
