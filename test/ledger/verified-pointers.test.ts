import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import {
  append,
  FINDING_ACKNOWLEDGED,
  pointerKey,
  pointerSubject,
  slotKey,
  type PointerSubject,
  type StreamId,
} from '@proofrail/core/ledger';
import type { ObjectKey } from '@proofrail/core/ports';
import { verifyLedger } from '@proofrail/core/verification';
import { flipped, missedFlips } from './missed-flips.ts';
import { released } from './released.ts';
import { COMMIT, pointerTo } from './releases.ts';
import { bytesOf, codes, fill, foundIn, ledgerOn, record, STREAM, testSigner, tickingClock, trustIn } from './small-ledger.ts';
import { unreadableAt } from './unreadable-at.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('verify reads the pointers of a ledger', () => {
  it('and says how many', async () => {
    const { store, trust } = await released();
    expect(await verifyLedger(store, { trust })).toMatchObject({
      outcome: 'allow',
      findings: [],
      streams: [{ verified: 2, pointers: 4 }],
    });
  });

  it('and finds every flipped bit of each, announcements too', async () => {
    const ledger = await released();
    expect(await missedFlips(ledger, ledger.pointers, 1)).toEqual([]);
    for (const key of ledger.pointers) {
      const twin = ledger.store.copy();
      twin.replace(key, flipped(await bytesOf(ledger.store, key), 12));
      expect(foundIn(await verifyLedger(twin, ledger))).toEqual(['tampered', [['pointer/altered', key]]]);
    }
  });

  it('and takes no other text for one than the writer’s, and no other record, place or slot', async () => {
    const { store, trust, decision, decide } = await released();
    const other = await decide('deny');
    const { pointer, announcement } = pointerTo(COMMIT, decision);
    const right = Buffer.from(await bytesOf(store, pointer)).toString();
    const otherRight = Buffer.from(await bytesOf(store, pointerTo(COMMIT, other).pointer)).toString();
    const wrong = [
      right.replace('"position":1', '"position":2'),
      right.replace('"slot":1', '"slot":2'),
      right.replace('"slot":1', '"slot":999'),
      right.replace(/"slot_digest":"sha256:[0-9a-f]{4}/, '"slot_digest":"sha256:0000'),
      right.replace(/"record":"[0-9]{13}/, '"record":"0000000000000'),
      right.replace('"v":1', '"v":2'),
      otherRight,
      `${right}\n`,
      '',
    ];
    for (const text of wrong) {
      const twin = store.copy();
      twin.replace(pointer, bytes(text));
      expect([text, ...foundIn(await verifyLedger(twin, { trust }))]).toEqual([text, 'tampered', [['pointer/altered', pointer]]]);
    }
    for (const text of [`{"record":"${other.receipt.record}","v":1}`, right, '{}', '']) {
      const twin = store.copy();
      twin.replace(announcement, bytes(text));
      expect([text, ...foundIn(await verifyLedger(twin, { trust }))]).toEqual([
        text,
        'tampered',
        [['pointer/altered', announcement]],
      ]);
    }
  });

  it('and shows that the newest slot was written anew, or taken away, without any receipt', async () => {
    const { store, trust, signer, decide } = await released();
    const last = await decide('deny');
    const cut = store.copy();
    cut.remove(slotKey(STREAM, last.receipt.slot));
    const { pointer } = pointerTo(COMMIT, last);
    expect((await verifyLedger(cut, { trust })).findings.map(({ code, key }) => [code, key])).toContainEqual([
      'pointer/altered',
      pointer,
    ]);
    // Under a new slot of the same number, by the writer's own key.
    await fill(ledgerOn(cut, signer, tickingClock(Date.now())), 1);
    expect(foundIn(await verifyLedger(cut, { trust }))).toEqual(['tampered', [['pointer/altered', pointer]]]);
  });

  it('and does not accuse those that point into a slot of which something worse is said', async () => {
    const { store, trust, decision, decide } = await released();
    await decide('deny');
    const slot = slotKey(STREAM, decision.receipt.slot);
    const gone = store.copy();
    gone.remove(slot);
    const void_ = store.copy();
    void_.replace(slot, bytes('garbage'));
    const altered = store.copy();
    altered.replace(slot, flipped(await bytesOf(store, slot), 8 * ((await bytesOf(store, slot)).length - 40)));
    for (const twin of [gone, void_, altered]) {
      const answer = await verifyLedger(twin, { trust });
      expect(answer.outcome).toBe('tampered');
      expect(codes(answer).filter((code) => code.startsWith('pointer/'))).toEqual([]);
    }
    // Nor does one that may not be read make a pointer wrong.
    const answer = await verifyLedger(unreadableAt(store, slot), { trust });
    expect([answer.outcome, codes(answer).filter((code) => code.startsWith('pointer/'))]).toEqual(['unavailable', []]);
  });

  it('and says of one that it may not read no more than that', async () => {
    const { store, trust, pointers } = await released();
    for (const key of pointers)
      expect(foundIn(await verifyLedger(unreadableAt(store, key), { trust }))).toEqual([
        'unavailable',
        [['pointer/unreadable', key]],
      ]);
  });

  it('and finds a second version, where the earliest counts, and a delete marker, under which it still looks', async () => {
    const { store, trust, pointers } = await released();
    for (const key of pointers) {
      const twice = store.copy();
      twice.overwrite(key, bytes('{}'));
      expect(foundIn(await verifyLedger(twice, { trust }))).toEqual(['tampered', [['pointer/second-version', key]]]);
      const hidden = store.copy();
      hidden.replace(key, bytes('{}'));
      hidden.hide(key);
      expect(foundIn(await verifyLedger(hidden, { trust }))).toEqual([
        'tampered',
        [
          ['pointer/altered', key],
          ['pointer/marker', key],
        ],
      ]);
    }
  });

  it('and knows by its name what no part of Proofrail writes there', async () => {
    const { store, trust, decision } = await released();
    const planted = [
      'v1/by/42',
      `v1/by/42/${COMMIT}/x`,
      `v1/by/42/main/${'0'.repeat(64)}`,
      `v1/by/42/${COMMIT}/${'0'.repeat(64)}/x`,
      `v1/by/acme/${COMMIT}/${'0'.repeat(64)}`,
      pointerTo(COMMIT, decision, '42-pr' as StreamId).pointer, // nobody points in a pull request's stream
    ];
    for (const key of planted) {
      const twin = store.copy();
      await twin.create(key as ObjectKey, bytes('planted'));
      const answer = await verifyLedger(twin, { trust });
      expect([key, ...foundIn(answer)]).toEqual([key, 'tampered', [['object/unknown', key]]]);
      expect(answer.streams.map(({ stream }) => stream)).toEqual([STREAM]);
    }
  });

  it('and finds what another stream’s name was put on, or a record that nobody put in order', async () => {
    const { store, trust, decision } = await released();
    const elsewhere = store.copy();
    const { pointer } = pointerTo(COMMIT, decision);
    const there = pointerTo(COMMIT, decision, '43' as StreamId).pointer;
    await elsewhere.create(there, await bytesOf(store, pointer));
    expect(foundIn(await verifyLedger(elsewhere, { trust }))).toEqual(['tampered', [['pointer/altered', there]]]);
    const unwritten = store.copy();
    const forged = pointerKey(STREAM, pointerSubject(COMMIT) as PointerSubject, sha256('never written'));
    const text = Buffer.from(await bytesOf(store, pointer)).toString();
    await unwritten.create(forged, bytes(text.replace(/[0-9a-f]{64}/, forged.slice(-64))));
    expect(foundIn(await verifyLedger(unwritten, { trust }))).toEqual(['tampered', [['pointer/altered', forged]]]);
  });
});

describe('a finding about a pointer', () => {
  it('can be accepted like any other', async () => {
    const { store, signer, pointers } = await released();
    const officer = testSigner();
    const trust = trustIn([signer, officer], null, [officer]);
    const [key] = pointers;
    store.replace(key as ObjectKey, bytes('garbage'));
    const [first] = (await verifyLedger(store, { trust })).findings;
    const words = { finding: first?.digest ?? '', reason: 'a broken runner', acknowledged_by: 'p:1', approved_by: 'p:2' };
    await append(ledgerOn(store, officer), STREAM, await record('accepted', officer, FINDING_ACKNOWLEDGED, words));
    expect((await verifyLedger(store, { trust })).outcome).toBe('tampered');
    const accepting = { trust, acceptAcknowledged: true };
    expect(await verifyLedger(store, accepting)).toMatchObject({
      outcome: 'allow',
      findings: [{ code: 'pointer/altered', acknowledged: { approved_by: 'p:2' } }],
    });
    store.replace(key as ObjectKey, bytes('other garbage'));
    expect((await verifyLedger(store, accepting)).outcome).toBe('tampered');
  });
});
