import { describe, expect, it } from '@jest/globals';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';

describe('an environment that an earlier step wrote', () => {
  it.each(['HTTPS_PROXY', 'NODE_TLS_REJECT_UNAUTHORIZED', 'GITHUB_API_URL', 'AWS_ENDPOINT_URL_S3'])(
    'is refused: %s',
    async (name) => {
      const run = await gateOnGitHub(soundChange(), { environment: { [name]: 'http://user:hunter2@evil.example' } });
      expect([run.exitCode, run.calls, run.records]).toEqual([2, [], []]);
      expect(run.annotations[0]).toMatchObject({ title: 'environment/refused', message: expect.stringContaining(name) });
      expect(run.stdout + run.summary).not.toContain('hunter2');
    },
  );

  it('is accepted where the workflow names the variable', async () => {
    const run = await gateOnGitHub(soundChange(), {
      environment: { HTTPS_PROXY: 'http://proxy.example' },
      inputs: { 'allow-environment': 'HTTPS_PROXY' },
    });
    expect(run.exitCode).toBe(0);
  });
});
