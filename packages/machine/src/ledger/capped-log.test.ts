import { expect, it } from '@jest/globals';
import type { EvidenceLog } from '@proofrail/core/gate';
import { cappedLogs } from './capped-log.ts';

it('lets no job write more records than it may, in however many streams, and refuses before anything is written', async () => {
  const written: string[] = [];
  const counting = (stream: string): EvidenceLog => ({
    attach: () => Promise.reject(new Error('not asked for')),
    keepsOriginals: false,
    keep: () => Promise.reject(new Error('not asked for')),
    append: () => Promise.resolve(written.push(stream) as never),
  });
  const open = cappedLogs(counting, 3);
  const [one, other] = [open('1'), open('2')];
  for (const log of [one, other, one]) await log.append({} as never);
  for (const log of [one, other, open('3')])
    await expect(log.append({} as never)).rejects.toMatchObject({ outcome: 'deny', code: 'ledger/flood' });
  expect(written).toEqual(['1', '2', '1']);
});
