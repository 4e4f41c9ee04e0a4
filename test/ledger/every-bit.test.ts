import { describe, expect, it } from '@jest/globals';
import { append, putBlob, slotKey, type Ledger, type SequencedReceipt } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { MemoryStore } from '@proofrail/store-memory';
import { seededRandom } from '@proofrail/testkit';
import { inRequiredRun } from '../required-run.ts';
import { ORIGIN, seal, SEAL_TIME, testLogKey } from '../seal/sealed-ledger.ts';
import { appendPointed } from './append-pointed.ts';
import { missedFlips, missedOf, type Attacked, type Flip } from './missed-flips.ts';
import { bytesOf, ledgerOn, record, sevenRecords, STREAM, testSigner, tickingClock, trustIn } from './small-ledger.ts';

const RECORDS = inRequiredRun(5_000, 1_000);
const A_SLOT = 250;
const FLIPS = inRequiredRun(40, 10); // of each kind of object
const KINDS = ['v1/records/', 'v1/segments/', 'v1/by/', 'v1/seals/'];
const POINTED = 10; // records of each slot
const EACH = inRequiredRun(7, 61); // bits: where all is tried one in every byte, and another one than in the byte before

/** As a busy repository leaves it behind: many records to a slot, sealed half-way and at the end, so that the log has full tiles. */
async function largeLedger(): Promise<Attacked> {
  const [signer, logKey, store] = [testSigner(), testLogKey(), new MemoryStore()];
  const ledger = ledgerOn(store, signer, tickingClock());
  let genesis = null;
  for (let n = 0; n < RECORDS; n += A_SLOT) {
    const some = await Promise.all(Array.from({ length: A_SLOT }, (_, k) => record(n + k, signer)));
    const [receipt = null] = await Promise.all(
      some.map((bytes, k) => (k < POINTED ? pointed(ledger, bytes) : append(ledger, STREAM, bytes))),
    );
    genesis ??= receipt;
    if (n + A_SLOT === RECORDS / 2) await seal(store, logKey, SEAL_TIME);
  }
  await seal(store, logKey, SEAL_TIME + 3_600_000);
  return { store, trust: { ...trustIn([signer], genesis), origin: ORIGIN, log_keys: [logKey.verifierKey] } };
}

async function pointed(ledger: Ledger, bytes: Uint8Array): Promise<SequencedReceipt | undefined> {
  let promised: SequencedReceipt | undefined;
  await appendPointed(ledger, STREAM, bytes, (receipt) => (promised = receipt));
  return promised;
}

/** Two records that are pointed at and one that names a document, twice sealed: something of every kind that a writer or a sealer leaves. */
async function smallLedger(): Promise<Attacked> {
  const [signer, logKey, store] = [testSigner(), testLogKey(), new MemoryStore()];
  const ledger = ledgerOn(store, signer);
  const first = await pointed(ledger, await record(1, signer));
  await pointed(ledger, await record(2, signer));
  await seal(store, logKey, SEAL_TIME);
  const later = ledgerOn(store, signer, tickingClock(SEAL_TIME + 1_000));
  const { key } = await putBlob(later, STREAM, new TextEncoder().encode('an SBOM'));
  await append(later, STREAM, await record(7, signer, 'https://proofrail.dev/evidence/sbom/v1', { raw_ref: key }));
  await seal(store, logKey, SEAL_TIME + 3_600_000);
  return { store, trust: { ...trustIn([signer], first ?? null), origin: ORIGIN, log_keys: [logKey.verifierKey] } };
}

describe('whoever changes bytes is found', () => {
  it(`by every byte of every object of a small sealed ledger, pointers and announcements too (one bit in ${EACH})`, async () => {
    const ledger = await smallLedger();
    const verified = await verifyLedger(ledger.store, { trust: ledger.trust });
    expect(verified).toMatchObject({ outcome: 'allow', findings: [], streams: [{ pointers: 4, blobs: 1 }], seal: { n: 2 } });
    const kinds = new Set(ledger.store.keys().map((key) => key.split('/')[1]));
    expect([...kinds].sort()).toEqual(['blobs', 'by', 'records', 'seals', 'segments']);
    expect(await missedFlips(ledger, ledger.store.keys(), EACH)).toEqual([]);
  }, 600_000);

  it('by every single bit of the newest slot', async () => {
    const ledger = await sevenRecords();
    expect(await missedFlips(ledger, [slotKey(STREAM, ledger.last.slot)], 1)).toEqual([]);
  });

  it(`by any bit of any object among ${RECORDS} sealed records, tiles of the log too (${FLIPS} of each kind, seed 1)`, async () => {
    const ledger = await largeLedger();
    const { outcome, seal: sealed } = await verifyLedger(ledger.store, { trust: ledger.trust });
    expect([outcome, sealed]).toMatchObject(['allow', { n: 2, records: RECORDS }]);
    const random = seededRandom(1);
    const flips: Flip[] = [];
    for (const kind of KINDS) {
      const keys = ledger.store.keys().filter((key) => key.startsWith(kind));
      for (let n = 0; n < FLIPS; n++) {
        const key = random.pick(keys);
        flips.push({ key, bit: random.below((await bytesOf(ledger.store, key)).length * 8) });
      }
    }
    expect(flips.some(({ key }) => key.includes('/tile/'))).toBe(true);
    expect(await missedOf(ledger, flips)).toEqual([]);
  }, 600_000);
});
