import { expect, it } from '@jest/globals';
import { findRecord } from './find-record.ts';

it.each(['sha256:', 'sha256:4edfd045', `sha256:${'A'.repeat(64)}`])(
  'takes %s for a digest that was not copied whole, not for a file that is missing',
  async (name) => {
    await expect(findRecord(name, 'file:./ledger', {})).rejects.toMatchObject({ code: 'record/digest', outcome: 'invalid' });
  },
);
