import { describe, expect, it } from '@jest/globals';
import { slotKey } from '@proofrail/core/ledger';
import { missedFlips } from './missed-flips.ts';
import { sevenRecords, STREAM } from './small-ledger.ts';

describe('whoever changes bytes is found', () => {
  it('by every single bit of the newest slot', async () => {
    const ledger = await sevenRecords();
    expect(await missedFlips(ledger, [slotKey(STREAM, ledger.last.slot)], 1)).toEqual([]);
  });
});
