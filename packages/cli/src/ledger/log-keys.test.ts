import { expect, it } from '@jest/globals';
import { MemoryStore } from '@proofrail/store-memory';
import { logKeys } from './log-keys.ts';
import { readBaseline } from '../verify/read-baseline.ts';

it('names the option that a verification takes: --log-key offline, the trust file beside a ledger', async () => {
  expect(() => logKeys({})).toThrow(expect.objectContaining({ code: 'seal/no-log-key', at: '--log-key' }));
  await expect(readBaseline(new MemoryStore(), '1', undefined)).rejects.toMatchObject({
    code: 'seal/no-log-key',
    at: '--trust',
    doThis: expect.not.stringContaining('--log-key'),
  });
});
