import { describe, expect, it } from '@jest/globals';
import {
  timeOfName,
  type RecordName,
  type SequencedReceipt,
  append,
  readBlob,
  putBlob,
  readStream,
  recordKey,
  store as storeOnly,
  type Finding,
  type LedgerRecord,
  type ReadOptions,
} from '@proofrail/core/ledger';
import { MemoryStore } from '@proofrail/store-memory';
import { fill, ledgerOn, record, STREAM, testSigner, trustIn } from './small-ledger.ts';
import { unreadableAt } from './unreadable-at.ts';

const signer = testSigner();

async function read(store: MemoryStore, options: ReadOptions = {}): Promise<LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  for await (const one of readStream(store, STREAM, options)) records.push(one);
  return records;
}

function nameOf(receipts: readonly SequencedReceipt[], index: number): RecordName {
  const receipt = receipts[index];
  if (receipt === undefined) throw new Error(`no receipt ${index}`);
  return receipt.record_name;
}

async function seven() {
  const store = new MemoryStore();
  const ledger = ledgerOn(store, signer);
  const receipts = await fill(ledger, 4);
  receipts.push(...(await Promise.all([5, 6, 7].map(async (n) => append(ledger, STREAM, await record(n, signer))))));
  return { store, ledger, receipts, trust: trustIn([signer], receipts[0] ?? null) };
}

describe('reading a stream', () => {
  it('gives every sequenced record once, in the order of its slots and positions, with what it says', async () => {
    const { store, receipts, trust } = await seven();
    const records = await read(store, { trust });
    const places = receipts.map(({ slot, position, record: digest }) => ({ slot, position, digest }));
    expect(records).toMatchObject(places.sort((a, b) => a.slot - b.slot || a.position - b.position));
    expect(records[0]?.statement.predicate).toEqual({ n: '42 0' });
    expect(records.every((one) => one.signedBy.includes(signer.keyId))).toBe(true);
  });

  it('leaves out what is stored and has no place yet', async () => {
    const { store, ledger, trust } = await seven();
    await storeOnly(ledger, STREAM, await record('pending', signer));
    expect(await read(store, { trust })).toHaveLength(7);
  });

  it('stops at the first thing that does not verify', async () => {
    const { store, receipts, trust } = await seven();
    store.remove(recordKey(STREAM, nameOf(receipts, 2)));
    await expect(read(store, { trust })).rejects.toMatchObject({ outcome: 'tampered', code: 'ledger/finding' });
  });

  it('never gives out what does not verify, and tells of it where the reader wants to go on', async () => {
    const { store, receipts, trust } = await seven();
    store.replace(recordKey(STREAM, nameOf(receipts, 1)), new TextEncoder().encode('{}'));
    const findings: Finding[] = [];
    const records = await read(store, { trust, onFinding: (one) => findings.push(one) });
    expect(records).toHaveLength(6);
    expect(findings).toMatchObject([{ kind: 'altered', slot: 2, position: 1 }]);
  });

  it('gives out nothing that a stranger signed', async () => {
    const stranger = testSigner();
    const { store, trust } = await seven();
    await append(ledgerOn(store, stranger), STREAM, await record('forged', stranger));
    const findings: string[] = [];
    const records = await read(store, { trust, onFinding: ({ code }) => findings.push(code) });
    expect([records.length, findings.sort()]).toEqual([7, ['record/signature', 'slot/signature']]);
  });

  it('does not stop at a duplicate, which counts once', async () => {
    const { store, receipts, trust } = await seven();
    const answer = await store.read(recordKey(STREAM, nameOf(receipts, 0)));
    if (answer.kind !== 'found') throw new Error('no record');
    // A second process that retries the same record at the same time, long after it was committed and the floor has passed it.
    await fill(ledgerOn(store, signer, { now: () => 1_800_000_000_000 }), 30, STREAM);
    const again = await append(ledgerOn(store, signer), STREAM, answer.bytes, {
      at: timeOfName(nameOf(receipts, 0)),
    });
    expect(again.record_name).toBe(nameOf(receipts, 0));
    expect(await read(store, { trust })).toHaveLength(37);
  });
});

describe('reading a blob', () => {
  it('gives the bytes under either of their names, and never a squatter’s', async () => {
    const { store, ledger } = await seven();
    const bytes = new TextEncoder().encode('an SBOM');
    const { digest, key } = await putBlob(ledger, STREAM, bytes);
    expect(await readBlob(store, STREAM, digest)).toEqual(bytes);
    store.replace(key, new TextEncoder().encode('squatter'));
    expect(await readBlob(store, STREAM, digest)).toBeNull();
    await putBlob(ledger, STREAM, bytes);
    expect(await readBlob(store, STREAM, digest)).toEqual(bytes);
  });

  it('never says that the ledger does not hold what this role may not read, or what somebody hid', async () => {
    const { store, ledger } = await seven();
    const { digest, key } = await putBlob(ledger, STREAM, new TextEncoder().encode('an SBOM'));
    await expect(readBlob(unreadableAt(store, key), STREAM, digest)).rejects.toMatchObject({
      outcome: 'unavailable',
      code: 'ledger/unreadable',
    });
    store.hide(key);
    await expect(readBlob(store, STREAM, digest)).rejects.toMatchObject({ outcome: 'tampered', code: 'ledger/hidden' });
  });
});
