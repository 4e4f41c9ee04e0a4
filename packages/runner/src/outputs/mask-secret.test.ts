import { expect, it } from '@jest/globals';
import { readCommands } from '@proofrail/testkit';
import { captureOutput } from '../../test/capture-output.ts';
import { maskSecret } from './mask-secret.ts';

it('masks a key as a whole and line by line, and never asks for blanks to be masked', async () => {
  const { masks } = readCommands(await captureOutput(() => maskSecret('-----BEGIN\nc2VjcmV0\n\n-----END\n')));
  expect(masks).toEqual(['-----BEGIN\nc2VjcmV0\n\n-----END\n', '-----BEGIN', 'c2VjcmV0', '-----END']);
});
