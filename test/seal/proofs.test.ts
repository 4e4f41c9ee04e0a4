import { describe, expect, it } from '@jest/globals';
import { append, store as storeRecord, type SequencedReceipt } from '@proofrail/core/ledger';
import { bodyKey, checkProof, proveRecord } from '@proofrail/core/seal';
import { cosignNote, formatProof, looksLikeProof, noteKey, parseProof } from '@proofrail/core/tlog';
import { publicKeyFromPem } from '@proofrail/core/canonical';
import { MemoryStore } from '@proofrail/store-memory';
import { bytesOf, ledgerOn, record, START, STREAM, testSigner, tickingClock } from '../ledger/small-ledger.ts';
import { seal, SEAL_TIME, testLogKey } from './sealed-ledger.ts';

const HOUR = 3_600_000;
const logKey = testLogKey();
const signer = testSigner();

/** Three seals over 300, 1 and 250 records, so that there are full tiles, and entries that fill none. */
async function threeSeals() {
  const store = new MemoryStore();
  const ledger = ledgerOn(store, signer);
  const receipts: SequencedReceipt[] = [];
  const appendAll = async (count: number, name: string) => {
    const bytes = await Promise.all(Array.from({ length: count }, (_, n) => record(`${name} ${n}`, signer)));
    receipts.push(...(await Promise.all(bytes.map((one) => append(ledger, STREAM, one)))));
  };
  const orphan = await storeRecord(ledgerOn(store, signer, tickingClock(START - HOUR)), STREAM, await record('lost', signer));
  for (const [n, count] of [300, 1, 250].entries()) {
    await appendAll(count, `seal ${n}`);
    await seal(store, logKey, SEAL_TIME + n * HOUR);
  }
  return { store, ledger, receipts, orphan };
}

const { store, ledger, receipts, orphan } = await threeSeals();
const some = receipts.filter((_, n) => n % 37 === 0 || n === 300 || n === receipts.length - 1);

async function proofOf({ record_name: name }: Pick<SequencedReceipt, 'record_name'>): Promise<string> {
  const proof = await proveRecord(store, STREAM, name);
  if (proof === null) throw new Error(`${name} is not sealed`);
  return formatProof(proof);
}

describe('a proof that a record is sealed', () => {
  it('needs nothing but the public key, for records in full tiles and beside them', async () => {
    for (const receipt of some) {
      const checked = checkProof(Buffer.from(await proofOf(receipt)), [logKey.key]);
      const { slot, position, record: digest } = receipt;
      expect(checked).toMatchObject({ kind: 'proven', sealed: { stream: STREAM, slot, position, record: digest } });
    }
  });

  it('covers a record that was stored, adopted or put in order, and none that is not sealed yet', async () => {
    expect(checkProof(Buffer.from(await proofOf(orphan)), [logKey.key])).toMatchObject({
      kind: 'proven',
      sealed: { record: orphan.record },
    });
    const newer = await append(ledger, STREAM, await record('newer', signer));
    expect(await proveRecord(store, STREAM, newer.record_name)).toBeNull();
    expect(await proveRecord(new MemoryStore(), STREAM, newer.record_name)).toBeNull();
  });

  it('is refused with any byte changed, and under any other key or name', async () => {
    const bytes = Buffer.from(await proofOf(some[3] as SequencedReceipt));
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, checkProof(changed, [logKey.key]).kind, looksLikeProof(changed)]).toEqual([at, 'refused', true]);
    }
    expect(checkProof(bytes, [testLogKey().key])).toEqual({ kind: 'refused', why: 'signature' });
    expect(checkProof(bytes, [])).toEqual({ kind: 'refused', why: 'signature' });
  });

  it('of one record is none of another', async () => {
    const [one, other] = await Promise.all(
      [some[1], some[2]].map(async (each) => parseProof(Buffer.from(await proofOf(each as SequencedReceipt)))),
    );
    if (!one || !other) throw new Error('no proof');
    const swapped = Buffer.from(formatProof({ ...one, extra: other.extra }));
    expect(checkProof(swapped, [logKey.key])).toEqual({ kind: 'refused', why: 'not-included' });
  });

  it('grows with the logarithm of the log: with two cosignatures some 1.4 kB at a million entries', async () => {
    const proof = await proveRecord(store, STREAM, (some[0] as SequencedReceipt).record_name);
    if (proof === null) throw new Error('no proof');
    const body = Buffer.from(await bytesOf(store, bodyKey(3))).toString();
    const witnesses = await Promise.all(
      ['witness1.example', 'witness2.example'].map((name) => {
        const witness = testSigner();
        return cosignNote(body, noteKey(name, 'cosignature', publicKeyFromPem(witness.pem, 'test')), witness, 1_763_698_800);
      }),
    );
    const checkpoint = { ...proof.checkpoint, signatures: [...proof.checkpoint.signatures, ...witnesses] };
    const sizeAt = (levels: number): number => {
      const hashes = Array.from({ length: levels }, () => Buffer.alloc(32));
      return formatProof({ ...proof, index: 2 ** levels - 1, hashes, checkpoint }).length;
    };
    // ledger.md 4.4 measured 940, 1,259, 1,396 and 1,578 bytes; ours carry the entry itself as well.
    const entry = Math.ceil(proof.extra.length / 3) * 4 + 'extra \n'.length;
    for (const [levels, measured] of [
      [10, 940],
      [17, 1_259],
      [20, 1_396],
      [24, 1_578],
    ] as const) {
      expect(Math.abs(sizeAt(levels) - entry - measured)).toBeLessThan(120);
    }
  });
});
