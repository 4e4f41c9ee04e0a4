import { describe, expect, it } from '@jest/globals';
import { requireCleanEnvironment } from './require-clean-environment.ts';

const POISON = [
  'NODE_EXTRA_CA_CERTS',
  'NODE_OPTIONS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTP_PROXY',
  'https_proxy',
  'All_Proxy',
  'NO_PROXY',
  'AWS_ENDPOINT_URL',
  'AWS_ENDPOINT_URL_S3',
  'AWS_CA_BUNDLE',
];
const ADDRESSES = ['GITHUB_API_URL', 'GITHUB_GRAPHQL_URL', 'GITHUB_SERVER_URL'];

describe('an environment that an earlier step wrote', () => {
  it.each([...POISON, ...ADDRESSES])('is refused when it sets %s', (name) => {
    const environment = { PATH: '/bin', [name]: 'https://evil.example' };
    expect(() => requireCleanEnvironment(environment, [], [])).toThrow(
      expect.objectContaining({ code: 'environment/refused', at: `env.${name}` }),
    );
    const allowed = () => requireCleanEnvironment(environment, [name], []);
    if (POISON.includes(name)) expect(allowed).not.toThrow();
    else expect(allowed).toThrow();
  });

  it.each([
    ['https://ghes.example/api/v3', true],
    ['http://127.0.0.1:8080', true],
    ['http://ghes.example/api/v3', false],
    ['https://user@ghes.example', false],
    ['https://ghes.example.evil.test', false],
    ['https://other.example', false],
    ['ghes.example', false],
  ])('lets a step speak to the hosts it names and to no other, whatever else is allowed: %s', (url, passes) => {
    const attempt = () => requireCleanEnvironment({ GITHUB_API_URL: url }, ['GITHUB_API_URL'], ['ghes.example', '127.0.0.1']);
    if (passes) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code: 'environment/refused' }));
  });

  it('names the host of an address, which is what the input asks for, and says of each kind what helps', () => {
    const ghes = { GITHUB_API_URL: 'https://user:hunter2@api.acme.ghe.com/x' };
    const refusal = (environment: NodeJS.ProcessEnv): unknown => {
      try {
        return requireCleanEnvironment(environment, [], ['acme.ghe.com']);
      } catch (thrown) {
        return thrown;
      }
    };
    expect(refusal(ghes)).toMatchObject({
      found: 'GITHUB_API_URL (host api.acme.ghe.com)',
      doThis: expect.not.stringContaining('allow-environment'),
    });
    expect(refusal({ https_proxy: 'http://x' })).toMatchObject({
      found: 'https_proxy',
      doThis: expect.not.stringContaining('enterprise-hosts'),
    });
    expect(refusal({ ...ghes, https_proxy: 'http://x' })).toMatchObject({
      doThis: expect.stringMatching(/enterprise-hosts.*allow-environment/),
    });
  });

  it('shows no value: a proxy address may hold a password', () => {
    expect(() => requireCleanEnvironment({ HTTPS_PROXY: 'http://user:hunter2@proxy' }, [], [])).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('hunter2') }),
    );
  });

  it('passes as GitHub sets it, and with empty variables, which change nothing', () => {
    const environment = {
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
      GITHUB_SERVER_URL: 'https://github.com',
      HTTPS_PROXY: '',
    };
    expect(() => requireCleanEnvironment(environment, [], [])).not.toThrow();
  });
});
