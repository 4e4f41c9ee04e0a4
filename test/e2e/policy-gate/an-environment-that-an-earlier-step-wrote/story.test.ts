import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange } from '../../material/change.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('an environment that an earlier step wrote, on Node %i', (node) => {
  it.each(['HTTPS_PROXY', 'NODE_TLS_REJECT_UNAUTHORIZED', 'GITHUB_API_URL', 'AWS_ENDPOINT_URL_S3'])(
    'is refused: %s',
    async (name) => {
      using workspace = new Workspace();
      const run = await runGate(workspace, soundChange(), node, { environment: { [name]: 'http://user:hunter2@evil.example' } });
      expect(run.exitCode).toBe(2);
      expect(run.annotations[0]).toMatchObject({ title: 'environment/refused', message: expect.stringContaining(name) });
      expect(run.stdout + run.summary).not.toContain('hunter2');
    },
  );

  it('is accepted where the workflow names the variable', async () => {
    using workspace = new Workspace();
    const proxy = { HTTPS_PROXY: 'http://proxy.example' };
    const run = await runGate(workspace, soundChange(), node, {
      environment: proxy,
      inputs: { 'allow-environment': 'HTTPS_PROXY' },
    });
    expect(run.exitCode).toBe(0);
  });
});
