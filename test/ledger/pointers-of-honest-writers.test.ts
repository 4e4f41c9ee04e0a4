import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import {
  announcePointers,
  pointerSubject,
  putPointers,
  slotKey,
  StoreAround,
  type PointerSubject,
  type RecordName,
} from '@proofrail/core/ledger';
import type { ListOptions, ObjectVersion } from '@proofrail/core/ports';
import { verifyLedger } from '@proofrail/core/verification';
import { MemoryStore } from '@proofrail/store-memory';
import { readHead } from '../../packages/core/src/ledger/append/head.ts';
import { sealSlot } from '../../packages/core/src/ledger/append/seal-slot.ts';
import { released } from './released.ts';
import { COMMIT, IMAGE } from './releases.ts';
import { codes, ledgerOn, STREAM, type TestSigner } from './small-ledger.ts';

const subject = pointerSubject(COMMIT) as PointerSubject;

describe('what honest writers leave under v1/by ends in 0', () => {
  it('an announcement whose record was never stored is named, and a ledger with nothing else has nothing to verify', async () => {
    const { store, trust, signer } = await released();
    await announcePointers(ledgerOn(store, signer), STREAM, sha256('never stored'), [subject]);
    expect(await verifyLedger(store, { trust })).toMatchObject({
      outcome: 'allow',
      findings: [{ kind: 'pending', code: 'pointer/no-record', stream: STREAM }],
    });
    const empty = new MemoryStore();
    await announcePointers(ledgerOn(empty, signer), STREAM, sha256('never stored'), [subject]);
    expect((await verifyLedger(empty)).outcome).toBe('invalid');
  });

  it('a record that two slots hold may be pointed at in either', async () => {
    const { store, trust, signer, decision } = await released();
    const again = await twiceCommitted(store, signer, decision.receipt.record_name);
    await putPointers(ledgerOn(store, signer), { ...decision.receipt, ...again }, [pointerSubject(IMAGE) as PointerSubject]);
    const answer = await verifyLedger(store, { trust });
    expect([answer.outcome, codes(answer)]).toEqual(['allow', ['record/duplicate']]);
    expect(answer.streams).toMatchObject([{ pointers: 5 }]);
  });

  it('what was written while the ledger was verified is right, although its slot came after the last that was followed', async () => {
    const { store, trust, decide } = await released();
    let more = 3;
    const busy = new BusyStore(store, async () => {
      if (more-- > 0) await decide('deny');
    });
    const answer = await verifyLedger(busy, { trust });
    expect(more).toBeLessThan(0);
    expect([answer.outcome, codes(answer).filter((code) => code !== 'pointer/no-record')]).toEqual(['allow', []]);
  });
});

/** Writes once more whenever the pointers of the stream are listed: as late as a writer can come. */
class BusyStore extends StoreAround {
  readonly #write: () => Promise<void>;

  constructor(inner: MemoryStore, write: () => Promise<void>) {
    super(inner);
    this.#write = write;
  }

  override async *listVersions(prefix: string, options?: ListOptions): AsyncIterable<ObjectVersion> {
    if (prefix.startsWith('v1/by/')) for (let n = 0; n < 4; n++) await this.#write();
    yield* super.listVersions(prefix, options);
  }
}

/** As a writer does who slept for longer than anybody looks back. */
async function twiceCommitted(store: MemoryStore, signer: TestSigner, name: RecordName) {
  const { seq, digest: prev, floor, committed } = await readHead(store, STREAM, 2);
  const slot = { stream: STREAM, seq: seq + 1, prev, floor, entries: [name], adopted: [], recent: committed };
  const envelope = await sealSlot(slot, { signer });
  await store.create(slotKey(STREAM, seq + 1), envelope);
  return { slot: seq + 1, position: 1, slot_digest: sha256(envelope) };
}
