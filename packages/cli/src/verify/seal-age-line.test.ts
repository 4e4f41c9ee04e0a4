import { describe, expect, it } from '@jest/globals';
import { parseStreamId } from '@proofrail/core/ledger';
import { verifyLedger, type Verification } from '@proofrail/core/verification';
import type { ObjectKey } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import { sevenRecords } from '../../../../test/ledger/small-ledger.ts';
import { styleFor } from '../terminal/style.ts';
import { verificationText } from './verification-text.ts';

const HOUR = 3_600_000;
const { store, trust, last } = await sevenRecords();
const asked = { trust, now: Date.parse('2026-11-22T00:00:00Z'), sealedWithin: 24 * HOUR };
const lastLine = (verification: Verification) =>
  verificationText(verification, null, { style: styleFor({ isTTY: false, env: {} }) })
    .split('\n')
    .at(-1);

describe('the last line where --sealed-within alone stands against a ledger', () => {
  it('says that nobody vouches for its age, and never that it is not what was written to it', async () => {
    const answer = await verifyLedger(store, asked);
    expect([answer.outcome, lastLine(answer)]).toEqual([
      'tampered',
      expect.stringMatching(/^not shown to be recent: nobody outside/),
    ]);
    expect(lastLine(answer)).toMatch(/Nothing else is wrong with it\.$/);
  });

  it('asks of an empty place whether it is the one', async () => {
    const answer = await verifyLedger(new MemoryStore(), { ...asked, trust: { ...trust, streams: {} } });
    expect(lastLine(answer)).toMatch(/^not shown to be recent: .*is this the place\?$/);
  });

  it('gives way to what was tampered with', async () => {
    const altered = store.copy();
    altered.remove(`v1/records/${parseStreamId('42')}/${last.record_name}` as ObjectKey);
    expect(lastLine(await verifyLedger(altered, asked))).toBe('tampered: this ledger is not what was written to it');
  });
});
