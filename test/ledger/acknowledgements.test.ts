import { describe, expect, it } from '@jest/globals';
import { append, FINDING_ACKNOWLEDGED, slotKey } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { MemoryStore } from '@proofrail/store-memory';
import { fill, ledgerOn, record, STREAM, testSigner, trustIn, type TestSigner } from './small-ledger.ts';

const signer = testSigner();
const officer = testSigner();

async function withGarbage() {
  const store = new MemoryStore();
  const receipts = await fill(ledgerOn(store, signer), 2);
  await store.create(slotKey(STREAM, 3), new TextEncoder().encode('garbage'));
  const trust = trustIn([signer, officer], receipts[0] ?? null, [officer]);
  const [found] = (await verifyLedger(store, { trust })).findings;
  if (found === undefined) throw new Error('the garbage was not found');
  return { store, trust, found };
}

async function acknowledge(store: MemoryStore, by: TestSigner, predicate: Record<string, string>): Promise<void> {
  await append(ledgerOn(store, by), STREAM, await record('acknowledged', by, FINDING_ACKNOWLEDGED, predicate));
}

const words = { reason: 'a broken runner wrote it', acknowledged_by: 'p:1', approved_by: 'p:2' };

describe('a finding that somebody accepted', () => {
  it('stays in the list, and decides the outcome until the verifier accepts acknowledgements', async () => {
    const { store, trust, found } = await withGarbage();
    await acknowledge(store, officer, { finding: found.digest, ...words });
    const strict = await verifyLedger(store, { trust });
    expect(strict).toMatchObject({
      outcome: 'tampered',
      findings: [{ code: 'slot/void', acknowledged: { reason: words.reason } }],
    });
    const lenient = await verifyLedger(store, { trust, acceptAcknowledged: true });
    expect(lenient).toMatchObject({ outcome: 'allow', findings: [{ code: 'slot/void', acknowledged: { approved_by: 'p:2' } }] });
  });

  it('does not cover a new finding of the same kind', async () => {
    const { store, trust, found } = await withGarbage();
    await acknowledge(store, officer, { finding: found.digest, ...words });
    store.replace(slotKey(STREAM, 3), new TextEncoder().encode('other garbage'));
    expect((await verifyLedger(store, { trust, acceptAcknowledged: true })).outcome).toBe('tampered');
  });

  it('is accepted by nobody whom the trust file does not name for it', async () => {
    const { store, trust, found } = await withGarbage();
    await acknowledge(store, signer, { finding: found.digest, ...words });
    expect((await verifyLedger(store, { trust, acceptAcknowledged: true })).outcome).toBe('tampered');
    expect((await verifyLedger(store, { acceptAcknowledged: true })).outcome).toBe('tampered');
  });

  it('needs a reason and two people', async () => {
    for (const missing of Object.keys(words)) {
      const { store, trust, found } = await withGarbage();
      await acknowledge(store, officer, { finding: found.digest, ...words, [missing]: ' ' });
      expect((await verifyLedger(store, { trust, acceptAcknowledged: true })).outcome).toBe('tampered');
    }
  });

  it.each(['p:1', ' p:1 ', 'bot:9919', 'service:release'])(
    'is accepted by no single person, whatever wrote the record: %j agreed',
    async (agreed) => {
      const { store, trust, found } = await withGarbage();
      await acknowledge(store, officer, { finding: found.digest, ...words, approved_by: agreed });
      expect((await verifyLedger(store, { trust, acceptAcknowledged: true })).outcome).toBe('tampered');
    },
  );
});
