import { describe, expect, it } from '@jest/globals';
import { parseKey, recordKey, type StreamId } from '@proofrail/core/ledger';
import type { ObjectKey } from '@proofrail/core/ports';
import { verifyLedger, type Verification } from '@proofrail/core/verification';
import { readRecords } from '../../packages/cli/src/report/read-records.ts';
import { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { START } from '../ledger/small-ledger.ts';
import { inRequiredRun } from '../required-run.ts';
import { ledgerWithThefts, type LedgerWithThefts } from './generated-thefts.ts';

const SEEDS = Array.from({ length: inRequiredRun(200, 40) }, (_, seed) => seed);

/** Of these a record does not count: its signature, or no place yet. */
const LEFT_OUT = ['record/signature', 'record/pending', 'record/adopted'];

function countedBy({ findings }: Verification, { store }: LedgerWithThefts, only?: StreamId): ObjectKey[] {
  const left = new Set(findings.filter(({ code }) => LEFT_OUT.includes(code)).map(({ key }) => key as ObjectKey));
  return store.keys().filter((key) => {
    const parsed = parseKey(key);
    return parsed?.kind === 'record' && (only === undefined || parsed.stream === only) && !left.has(key);
  });
}

async function held(one: LedgerWithThefts, stream?: StreamId): Promise<number> {
  const verification = await verifyLedger(one.store, { trust: one.trust, ...(stream === undefined ? {} : { stream }) });
  const { records, findings } = await readRecords(one.store, verification, one, {});
  const shown = records.map(({ placed }) => recordKey(placed.stream, placed.name));
  expect(shown.sort()).toEqual(countedBy(verification, one, stream).sort());
  expect(shown).toHaveLength(verification.streams.reduce((sum, { verified }) => sum + verified, 0));
  expect(findings).toEqual([]);
  const { rest, records: some } = await readRecords(one.store, verification, one, { from: START + 120_000, to: START + 240_000 });
  expect(some.length + rest.records).toBe(shown.length);
  return shown.length;
}

describe('a report', () => {
  it('shows each record that verify counts and no other, whichever key was stolen when and whatever was sealed before', async () => {
    let [saved, lost] = [0, 0];
    for (const seed of SEEDS) {
      const one = await ledgerWithThefts(new SeededRandom(seed));
      const shown = await held(one);
      const record_keys = one.trust.record_keys.filter((key) => key.compromised_from === undefined);
      const unstolen = countedBy(await verifyLedger(one.store, { trust: { ...one.trust, record_keys } }), one).length;
      saved += shown - unstolen;
      const whole = one.store.keys().filter((key) => key.startsWith('v1/records/')).length;
      lost += whole - shown;
      await held(one, '42' as StreamId);
    }
    expect([saved > SEEDS.length, lost > SEEDS.length]).toEqual([true, true]); // the law says something
  });
});
