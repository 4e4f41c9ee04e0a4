import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { IMAGE, release, verifyInputs } from '../../material/release.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

const COUNT = 4_000;
const manifest = (loose: string): string => {
  const pinned = Array.from({ length: COUNT }, (_, n) => `  app-${n}: {image: "${IMAGE}"}`);
  return `services:\n${pinned.join('\n')}\n  loose: {image: "${loose}"}\n`;
};

describe.each(NODES)('thousands of images, on Node %s', (node) => {
  it.each([
    [1, 'registry.example/payments:latest', 'deny'],
    [0, IMAGE, 'allow'],
  ])('end in %i by what was checked, and say as much of it as the platform takes', async (exitCode, last, outcome) => {
    using workspace = new Workspace();
    await release(workspace, node);
    workspace.write('compose.yaml', manifest(last));
    const run = await runStep(workspace, 'verify-digest', node, {
      ...verifyInputs(workspace),
      references: '',
      manifests: 'compose.yaml',
    });
    const { images = '', 'images-left-out': left = '', ...others } = run.outputs;
    expect([run.exitCode, others]).toEqual([exitCode, { outcome }]);
    const said = JSON.parse(images) as { reference: string; outcome: string }[];
    expect([said[0]?.reference, said[0]?.outcome]).toEqual([last, outcome]);
    expect(said.length + Number(left)).toBe(COUNT + 1);
    expect([Number(left) > 0, images.length <= 250_000]).toEqual([true, true]);
  });
});
