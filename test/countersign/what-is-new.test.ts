import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { parseKey, platformKey } from '@proofrail/core/ledger';
import { UnavailableError } from '@proofrail/core/outcomes';
import type { ObjectKey, ObjectStore } from '@proofrail/core/ports';
import { FaultyStore, type StoreCall } from '@proofrail/store-memory';
import { bytesOf, codes, testSigner } from '../ledger/small-ledger.ts';
import { intent, OWN, witnessedLedger, type WitnessedLedger } from '../ledger/witnessed-ledger.ts';
import { SEAL_TIME, testLogKey } from '../seal/sealed-ledger.ts';
import { erase, sealingDesk, verdict } from './sealing-desk.ts';

const HOUR = 3_600_000;
const isMark = (key: string): boolean => key.startsWith('v1/seals/countersigned/');
const isReceipt = (key: string): boolean => key.startsWith(`v1/receipts/${OWN}/`);

/** A ledger with a record that was sealed, and whose receipt was countersigned, an hour before anything else happens. */
async function countersigned(one = witnessedLedger()) {
  const keys = [testSigner(), testLogKey()] as const;
  const desk = sealingDesk(one, ...keys);
  await one.log().append(intent());
  expect((await desk.seal()).countersigned).toBe(1);
  /** The next seal, by a sealer who reaches the two stores in another way. */
  const through = (store: ObjectStore = one.store, attachments: ObjectStore = one.attachments) =>
    sealingDesk({ ...one, store, attachments: attachments as WitnessedLedger['attachments'] }, ...keys);
  return { one, desk, through };
}

type Countersigned = Awaited<ReturnType<typeof countersigned>>;

/** Receipts that somebody has countersigned long ago. */
async function fillWithReceipts({ store }: WitnessedLedger, count: number, by: ReturnType<typeof testSigner>): Promise<void> {
  for (let n = 0; n < count; n++) {
    const record = sha256(`record ${n}`);
    for (const key of [
      platformKey(OWN, record),
      `${platformKey(OWN, record)}.sig/${by.keyId.slice('sha256:'.length)}` as ObjectKey,
    ])
      await store.create(key, Buffer.from('long ago'));
  }
}

async function requestsOf({ one, through }: Countersigned, receipts: 'new' | 'all') {
  const asked: string[] = [];
  const store = new FaultyStore(one.store, ({ operation, key }) => {
    if (isReceipt(key) || isMark(key)) asked.push(`${operation} ${kindOf(key)}`);
    return null;
  });
  return { sealed: await through(store).seal({ receipts }, SEAL_TIME + 3 * HOUR), asked };
}
const kindOf = (key: string): string => (isMark(key) ? 'mark' : (parseKey(key)?.kind ?? 'receipts'));

describe('countersigning goes by what is new', () => {
  it.each([10, 1_000])('and takes the same few requests whether %i receipts lie there or none', async (count) => {
    const ledger = await countersigned();
    await fillWithReceipts(ledger.one, count, ledger.desk.signer);
    await ledger.one.log().append(intent());
    const { sealed, asked } = await requestsOf(ledger, 'new');
    expect(sealed).toMatchObject({ countersigned: 1, refused: [] });
    expect(asked).toEqual(['read mark', 'read platform', 'create countersignature', 'create mark']);
  });

  it('and asks for no receipt where nothing was written', async () => {
    const { asked } = await requestsOf(await countersigned(), 'new');
    expect(asked).toEqual(['read mark', 'create mark']);
  });

  it('finds a receipt that came after its record only when it is told to look at all of them', async () => {
    const ledger = await countersigned();
    const { store } = ledger.one;
    const known = store.keys();
    await ledger.one.log().append(intent());
    const late = store.keys().find((key) => isReceipt(key) && !known.includes(key)) as ObjectKey;
    const receipt = await bytesOf(store, late);
    store.remove(late);
    await ledger.desk.seal({}, SEAL_TIME + HOUR);
    await store.create(late, receipt);
    expect((await requestsOf(ledger, 'new')).sealed.countersigned).toBe(0);
    expect((await requestsOf(ledger, 'all')).sealed.countersigned).toBe(1);
  });
});

describe('nothing is left for ever', () => {
  it.each(['the token could not be read', 'the issuer was down', 'the sealer died behind its seal'])('where %s', async (what) => {
    const { one, desk, through } = await countersigned();
    await one.log().append(intent());
    const detail = { expected: 'an answer', found: 'none', at: 'issuer', doThis: 'wait' };
    const down = { issuer: one.issuer.issuer, keySet: () => Promise.reject(new UnavailableError('issuer/unavailable', detail)) };
    const reading = ({ operation }: StoreCall) => operation === 'read';
    const unread = new FaultyStore(one.attachments, (call) => (reading(call) ? 'lost-before' : null));
    const dying = new FaultyStore(one.store, ({ key }) => (isReceipt(key) ? 'die-before' : null));
    const seal = {
      'the token could not be read': () => through(one.store, unread).seal({}, SEAL_TIME + HOUR),
      'the issuer was down': () => desk.seal({ issuers: [down] }, SEAL_TIME + HOUR),
      'the sealer died behind its seal': () => through(dying).seal({}, SEAL_TIME + HOUR),
    }[what];
    await seal?.().catch(() => undefined);
    await one.log().append(intent());
    expect(await desk.seal({}, SEAL_TIME + 2 * HOUR)).toMatchObject({ countersigned: 2, refused: [] });
    erase(one);
    expect(verdict(await desk.verify())).toEqual(['allow', []]);
  });

  it('where another issuer is asked from now on, or another key signs: then every receipt is looked at', async () => {
    const { one, desk } = await countersigned();
    const { issuers } = desk.countersigner;
    const other = { issuer: 'https://other.example', keySet: issuers[0]?.keySet ?? (() => Promise.reject(new Error())) };
    const listed: string[] = [];
    const store = new FaultyStore(one.store, ({ operation, key }) => {
      if (operation === 'list') listed.push(key);
      return null;
    });
    await sealingDesk({ ...one, store }, desk.signer, desk.log).seal({ issuers: [...issuers, other] }, SEAL_TIME + HOUR);
    expect(listed).toContain(`v1/receipts/${OWN}/`);
  });
});

it('a mark that was altered, or that stands beside no seal, is found by verify', async () => {
  const { one, desk } = await countersigned();
  const mark = one.store.keys().find(isMark) as ObjectKey;
  expect(codes(await desk.verify())).toEqual([]);
  one.store.replace(mark, Buffer.from('{}'));
  expect(codes(await desk.verify())).toEqual(['seal/altered']);
  one.store.remove(mark);
  await one.store.create(mark.replace('0000000000000001', '0000000000000009') as ObjectKey, Buffer.from('{}'));
  expect(codes(await desk.verify())).toEqual(['seal/unclaimed']);
});
