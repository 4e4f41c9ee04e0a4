import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { Workspace } from '../../material/workspace.ts';

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

  // Node has read the variable before our first line: taking it out of the environment would leave the certificate trusted.
  it('is refused before a word is said to a server whose certificate it vouches for', async () => {
    using workspace = new Workspace();
    const [key, certificate] = [workspace.path('ca.key'), workspace.path('ca.pem')];
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2', '-nodes'];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-keyout', key, '-out', certificate, ...subject], {
      stdio: 'ignore',
    });
    let spoken = 0;
    const files = { key: readFileSync(key), cert: readFileSync(certificate) };
    const server = createServer(files, (_, response) => {
      spoken += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const environment = { NODE_EXTRA_CA_CERTS: certificate, GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` };
      const run = await gateOnGitHub(soundChange(), { workspace, environment });
      expect([run.exitCode, run.annotations[0]?.title, spoken]).toEqual([2, 'environment/refused', 0]);
      // The same run in a workflow that names the variable: the certificate is taken, so the refusal was what kept them apart.
      const inputs = { 'allow-environment': 'NODE_EXTRA_CA_CERTS' };
      expect([(await gateOnGitHub(soundChange(), { workspace, environment, inputs })).exitCode, spoken > 0]).toEqual([3, true]);
    } finally {
      await new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections());
    }
  });
});
