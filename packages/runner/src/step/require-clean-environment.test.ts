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
  'GITHUB_API_URL',
  'GITHUB_GRAPHQL_URL',
  'GITHUB_SERVER_URL',
];

describe('an environment that an earlier step wrote', () => {
  it.each(POISON)('is refused when it sets %s', (name) => {
    const environment = { PATH: '/bin', [name]: 'https://evil.example' };
    expect(() => requireCleanEnvironment(environment, [])).toThrow(
      expect.objectContaining({ code: 'environment/refused', at: `env.${name}` }),
    );
    expect(() => requireCleanEnvironment(environment, [name])).not.toThrow();
  });

  it('shows no value: a proxy address may hold a password', () => {
    expect(() => requireCleanEnvironment({ HTTPS_PROXY: 'http://user:hunter2@proxy' }, [])).toThrow(
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
    expect(() => requireCleanEnvironment(environment, [])).not.toThrow();
  });
});
