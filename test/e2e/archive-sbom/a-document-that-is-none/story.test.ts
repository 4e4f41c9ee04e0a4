import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { existsSync } from 'node:fs';
import { archiveInputs } from '../../material/release.ts';
import { runStep } from '../../material/run-step.ts';
import { cyclonedx } from '../../material/sbom.ts';
import { Workspace } from '../../material/workspace.ts';

const BROKEN = {
  'cut off': cyclonedx().slice(0, 200),
  'of another format': '{"hello": "world"}',
  'with nothing in it': cyclonedx([]),
  'with the same key twice': cyclonedx().replace('"version":1,', '"version":1,"version":2,'),
};

describe.each(NODES)('a document that is none, on Node %i', (node) => {
  it.each(Object.entries(BROKEN))('%s: one error that names the file, and nothing half-written', async (_, text) => {
    using workspace = new Workspace();
    const inputs = archiveInputs(workspace);
    workspace.write('sbom.cdx.json', text);
    const run = await runStep(workspace, 'archive-sbom', node, inputs);
    expect([run.exitCode, run.annotations.length, run.outputs]).toEqual([2, 1, {}]);
    expect(run.annotations[0]?.message).toContain('sbom.cdx.json');
    expect(existsSync(workspace.path('ledger'))).toBe(false);
  });
});
