import { expect, it } from '@jest/globals';
import { readEnvironmentFile } from './environment-file.ts';

it.each(['NODE_OPTIONS=--require=x\n', 'node_options=x', 'A=1\nNode_Options<<E\nx\nE\n'])(
  'fails the step that stores %j for later ones, as the runner does',
  (text) => expect(() => readEnvironmentFile(text)).toThrow(/^Can't store /),
);

it('lets by what the runner lets by, which is why our actions refuse it themselves (row 25)', () => {
  const names = ['NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY', 'GITHUB_API_URL', 'BASH_ENV', 'PATH'];
  const found = readEnvironmentFile(names.map((name) => `${name}=x\n`).join(''));
  expect(Object.keys(found)).toEqual(names);
});
