import { expect, it } from '@jest/globals';
import { readCommands } from '@proofrail/testkit';
import { captureOutput } from '../../test/capture-output.ts';
import { maskSecret } from './mask-secret.ts';

it('masks a key as a whole and line by line, and never asks for blanks to be masked', async () => {
  const { masks } = readCommands(await captureOutput(() => maskSecret('-----BEGIN KEY-----\nc2VjcmV0\n\n-----END KEY-----\n')));
  expect(masks).toEqual(['-----BEGIN KEY-----\nc2VjcmV0\n\n-----END KEY-----\n', 'c2VjcmV0']);
});
