import { expect, it } from '@jest/globals';
import { readFailure, storeFailure } from './store-failure.ts';

it.each(['EACCES', 'EPERM'])('never advises an auditor, who only reads, to get the right to write (%s)', (code) => {
  const cause = Object.assign(new Error(code), { code });
  expect(readFailure(cause, '/ledger', 'a folder that can be listed')).toMatchObject({
    code: 'store/unavailable',
    found: code,
    doThis: expect.stringMatching(/^Give the user who runs this permission to read/),
  });
  expect(storeFailure(cause, '/ledger', 'a folder').doThis).toContain('write');
});
