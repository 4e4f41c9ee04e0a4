import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { ADA, approval, DIGEST, GRACE, soundChange, withFacts } from '../../material/change.ts';
import { release, verifyInputs } from '../../material/release.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

const code = (images: string | undefined): string[] =>
  (JSON.parse(images ?? '') as { code: string }[]).map((image) => image.code);

describe.each(NODES)('an image that nothing allowed, on Node %s', (node) => {
  it('is refused when the ledger never heard of it', async () => {
    using workspace = new Workspace();
    await release(workspace, node);
    const stranger = `registry.example/payments@sha256:${'e'.repeat(64)}`;
    const run = await runStep(workspace, 'verify-digest', node, { ...verifyInputs(workspace), references: stranger });
    expect([run.exitCode, code(run.outputs['images'])]).toEqual([1, ['image/no-sbom']]);
  });

  it('is refused when its change was denied', async () => {
    using workspace = new Workspace();
    const items = [approval(GRACE, 60), approval(ADA, 40)];
    await release(workspace, node, withFacts(soundChange(), { reviews: { known: true, value: { items, total: 2 } } }));
    const run = await runStep(workspace, 'verify-digest', node, verifyInputs(workspace));
    expect([run.exitCode, code(run.outputs['images'])]).toEqual([1, ['image/denied']]);
  });

  it('is refused by tag, though the tag names an image that was allowed', async () => {
    using workspace = new Workspace();
    await release(workspace, node);
    const references = `registry.example/payments:1.0\nregistry.example/payments:1.0@${DIGEST}`;
    const run = await runStep(workspace, 'verify-digest', node, { ...verifyInputs(workspace), references });
    expect([run.exitCode, code(run.outputs['images'])]).toEqual([1, ['image/not-pinned', null]]);
  });
});
