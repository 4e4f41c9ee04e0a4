import { describe, expect, it } from '@jest/globals';
import { readStream, recordKey, slotKey, type LedgerRecord, type TrustFile } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { ObjectStore } from '@proofrail/core/ports';
import { unreadableAt } from '../ledger/unreadable-at.ts';
import { intent, OWN, witnessedLedger } from '../ledger/witnessed-ledger.ts';
import { AUDIT, sealingDesk } from './sealing-desk.ts';

/** A ledger whose records count by the keys that the sealer recorded and sealed, and by nothing else. */
async function sealed() {
  const one = witnessedLedger();
  await one.log().append(intent());
  const desk = sealingDesk(one);
  await desk.seal();
  const records: LedgerRecord[] = [];
  for await (const record of readStream(one.store, AUDIT)) records.push(record);
  const { attachments, store } = one;
  const verify = (through: ObjectStore, trust: TrustFile = desk.trust) => verifyLedger(through, { trust, attachments });
  return { store, verify, trust: desk.trust, record: records[0] as LedgerRecord };
}

describe('keys of an issuer that cannot be read', () => {
  it.each(['the head that the seal covers', 'the record that says them', 'the checkpoint'])(
    'accuse nobody who counts by them: %s',
    async (which) => {
      const { store, verify, record } = await sealed();
      const places: Record<string, string> = {
        'the head that the seal covers': slotKey(AUDIT, record.slot),
        'the record that says them': recordKey(AUDIT, record.name),
      };
      const key = places[which] ?? store.keys().find((one) => one.startsWith('v1/seals/checkpoint/')) ?? '';
      expect((await verify(store)).outcome).toBe('allow');
      const { outcome, findings } = await verify(unreadableAt(store, key));
      const kinds = new Set(findings.filter(({ stream }) => stream === OWN).map(({ kind }) => kind));
      expect([outcome, [...kinds]]).toEqual(['unavailable', ['unreadable']]);
    },
  );

  it('help nobody whom they would not help if they could be read', async () => {
    const { store, verify, trust } = await sealed();
    const through = unreadableAt(store, slotKey(AUDIT, 1));
    for (const run_keys of [
      [],
      trust.run_keys.map((rule) => ({ ...rule, job_workflow_ref: ['of/another/job@refs/heads/main'] })),
    ])
      expect((await verify(through, { ...trust, run_keys })).outcome).toBe('tampered');
  });
});
