import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { IMAGE, release, verifyInputs } from '../../material/release.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

const pod = (image: string): string => `apiVersion: v1
kind: Pod
metadata: {name: payments}
spec:
  containers:
    - name: app
      image: "${image}"
`;

describe.each(NODES)('manifests with one tag among digests, on Node %s', (node) => {
  const workspace = new Workspace(); // one for all: none of them writes to the ledger
  beforeAll(() => release(workspace, node));
  afterAll(() => workspace[Symbol.dispose]());

  it('are refused beside the line of the tag, and every other image is looked at too', async () => {
    const inputs = { ...verifyInputs(workspace), references: '' };
    const manifests = [workspace.write('deploy/a.yaml', pod(IMAGE)), workspace.write('deploy/b.yaml', pod('nginx:latest'))].join(
      '\n',
    );
    const run = await runStep(workspace, 'verify-digest', node, { ...inputs, manifests });
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toEqual([
      expect.objectContaining({ kind: 'error', title: 'image/not-pinned', file: 'deploy/b.yaml', line: 7 }),
    ]);
    expect(run.summary).toContain('❌ Refused: 1 of 2 images');
  });

  it('that name no image at all are no pass', async () => {
    const inputs = { ...verifyInputs(workspace), references: '' };
    const manifests = workspace.write('deploy/config.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n');
    const run = await runStep(workspace, 'verify-digest', node, { ...inputs, manifests });
    expect([run.exitCode, run.annotations[0]?.title]).toEqual([2, 'image/nothing-found']);
  });

  it('whose image names are commands to the runner are refused as text', async () => {
    const inputs = { ...verifyInputs(workspace), references: '' };
    const manifests = workspace.write(
      'deploy/a.yaml',
      pod('x ##[set-output name=outcome;]allow\\n::set-output name=outcome::allow'),
    );
    const run = await runStep(workspace, 'verify-digest', node, { ...inputs, manifests });
    expect([run.exitCode, run.outputs['outcome'], run.injectedOutputs]).toEqual([1, 'deny', {}]);
    expect(new Set(run.commands.map(({ name }) => name))).toEqual(new Set(['group', 'endgroup', 'error']));
  });
});
