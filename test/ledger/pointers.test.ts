import { describe, expect, it } from '@jest/globals';
import { pointerKey, pointerSubject, type PointerSubject, type StreamId } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { ObjectKey } from '@proofrail/core/ports';
import { FaultyStore, MemoryStore, ProcessDied } from '@proofrail/store-memory';
import { sha256 } from '@proofrail/core/canonical';
import { archive, ask, askStreams, COMMIT, decide, IMAGE, OTHER_COMMIT, pointerTo, releasesOn } from './releases.ts';
import { CrowdedStore } from './crowded-store.ts';
import { bytesOf, fill, ledgerOn, STREAM, testSigner } from './small-ledger.ts';
import { OWN, witnessedLedger } from './witnessed-ledger.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function released(outcome: 'allow' | 'deny') {
  const store = new MemoryStore();
  const releases = releasesOn(store);
  const decision = await releases.decide(outcome);
  const link = await releases.archive();
  return { store, ...releases, decision, link };
}

describe('“was this digest allowed”', () => {
  it('costs two listings and six reads, however many records there are', async () => {
    const prices = [];
    for (const size of [10, 1_000]) {
      const { store, signer, trust } = await released('allow');
      for (let done = 0; done < size; done += 500) await fill(ledgerOn(store, signer), Math.min(size, 500));
      const { answer, requests } = await ask(store, { trust });
      expect(answer).toMatchObject({ outcome: 'allow', commit: COMMIT, foundBy: 'pointers' });
      prices.push(requests);
    }
    expect(prices).toEqual([
      { create: 0, list: 2, read: 6 },
      { create: 0, list: 2, read: 6 },
    ]);
  });

  it('costs the same among a million records, of which it looks at none', async () => {
    const { store, trust } = await released('allow');
    const crowded = new CrowdedStore(store, STREAM, 1_000_000);
    const { answer, requests } = await ask(crowded, { trust });
    expect(answer).toMatchObject({ outcome: 'allow', commit: COMMIT, foundBy: 'pointers' });
    expect([requests, crowded.listed]).toEqual([{ create: 0, list: 2, read: 6 }, 0]);
  });

  it('costs eight where keys live for one run, since the platform’s receipts are read too', async () => {
    const { store, trust, attachments, log } = witnessedLedger();
    await decide(log(), 'allow');
    await archive(log());
    const { answer, requests } = await ask(store, { trust, attachments, stream: OWN });
    expect([answer.outcome, requests]).toEqual(['allow', { create: 0, list: 2, read: 8 }]);
    const without = ask(store, { trust, attachments: new MemoryStore(), stream: OWN });
    await expect(without).rejects.toMatchObject({ code: 'ledger/finding' });
  });

  it('is answered with the newest decision, and a denial costs no more', async () => {
    const denied = await released('deny');
    expect(await ask(denied.store, denied)).toMatchObject({ answer: { code: 'image/denied' }, requests: { list: 2, read: 6 } });
    const { store, trust, decide: decideAgain } = await released('allow');
    await decideAgain('deny');
    expect((await ask(store, { trust })).answer).toMatchObject({ outcome: 'deny', code: 'image/denied' });
    await decideAgain('allow');
    expect((await ask(store, { trust })).answer).toMatchObject({ outcome: 'allow', foundBy: 'stream' }); // more than eight reads
  });

  it('is answered by the stream where nobody wrote pointers, and where two commits are linked', async () => {
    const old = await released('allow');
    for (const key of old.store.keys()) if (key.startsWith('v1/by/')) old.store.remove(key);
    expect((await ask(old.store, old)).answer).toMatchObject({ outcome: 'allow', foundBy: 'stream' });
    const two = await released('allow');
    await two.archive(OTHER_COMMIT);
    expect((await ask(two.store, two)).answer).toMatchObject({ outcome: 'deny', code: 'image/not-decided' });
  });

  it('is never answered by what a pull request wrote, which gets no pointers either', async () => {
    const pr = `${STREAM}-pr` as StreamId;
    const store = new MemoryStore();
    const { decide: decideAs, archive: archiveAs, trust } = releasesOn(store);
    await decideAs('allow', COMMIT, pr);
    await archiveAs(COMMIT, pr);
    expect(store.keys().filter((key) => key.startsWith('v1/by/'))).toEqual([]);
    expect((await ask(store, { trust, stream: pr })).answer).toMatchObject({ outcome: 'deny', code: 'image/no-sbom' });
  });
});

/** A denied image, and beside it records that say allow: of another commit, another stream, a pull request, a stranger. */
async function tempting() {
  const denied = await released('deny');
  const { store, signer } = denied;
  const others = releasesOn(store, signer);
  const allows = {
    'another commit': await others.decide('allow', OTHER_COMMIT),
    'another stream': await others.decide('allow', COMMIT, '43' as StreamId),
    'a pull request': await others.decide('allow', COMMIT, `${STREAM}-pr` as StreamId),
  };
  return { ...denied, allows };
}

describe('a forged pointer', () => {
  it.each(['another commit', 'another stream', 'a pull request'] as const)('to an allow of %s allows nothing', async (whose) => {
    const { store, trust, allows } = await tempting();
    const target = allows[whose];
    const { record, record_name, slot, position, slot_digest } = target.receipt;
    const { pointer, announcement } = pointerTo(COMMIT, target);
    await store.create(announcement, bytes(`{"record":"${record}","v":1}`));
    const text = `{"position":${position},"record":"${record_name}","slot":${slot},"slot_digest":"${slot_digest}","v":1}`;
    await store.create(pointer, bytes(text));
    expect((await ask(store, { trust })).answer).toMatchObject({ outcome: 'deny', code: 'image/denied' });
    // Whether a record is about the commit is for the look-up, which reads it; that it lies in another stream verify sees as well.
    const { findings } = await verifyLedger(store, { trust });
    const wrong = [
      ['pending', 'pointer/no-record', announcement],
      ['altered', 'pointer/altered', pointer],
    ];
    expect(findings.map(({ kind, code, key }) => [kind, code, key]).sort()).toEqual(
      whose === 'another commit' ? [] : wrong.sort(),
    );
  });

  it('in place of the right one, in whatever it says, is not believed', async () => {
    const { store, trust, decision, allows } = await tempting();
    const { pointer } = pointerTo(COMMIT, decision);
    const right = Buffer.from(await bytesOf(store, pointer)).toString();
    const { record_name } = allows['another commit'].receipt;
    const wrong = [
      right.replace('"position":1', '"position":2'),
      right.replace('"slot":1', '"slot":2'),
      right.replace('"slot":1', '"slot":999'),
      right.replace(/"slot_digest":"sha256:[0-9a-f]{4}/, '"slot_digest":"sha256:0000'),
      right.replace(/[0-9]{13}-[0-9a-f]{64}/, record_name),
      right.replace('"v":1', '"v":2'),
      `${right}\n`,
      '',
    ];
    for (const text of wrong) {
      const twin = store.copy();
      twin.replace(pointer, bytes(text));
      const { answer, requests } = await ask(twin, { trust });
      expect([text, answer.outcome, requests.list > 2]).toEqual([text, 'deny', true]); // read from the stream
      expect((await verifyLedger(twin, { trust })).findings).toMatchObject([{ code: 'pointer/altered', key: pointer }]);
    }
  });

  it('to a record by a stranger’s key allows nothing', async () => {
    const { store, trust } = await released('deny');
    await releasesOn(store, testSigner()).decide('allow');
    await expect(ask(store, { trust })).rejects.toMatchObject({ code: 'ledger/finding' });
  });

  it('is a flood from the 101st on, and denies at the price of a listing', async () => {
    const { store, trust } = await released('allow');
    const subject = pointerSubject(IMAGE) as PointerSubject;
    for (let n = 0; n < 98; n++) await store.create(pointerKey(STREAM, subject, sha256(String(n))), bytes('{}'));
    expect((await ask(store, { trust })).answer).toMatchObject({ outcome: 'allow', foundBy: 'stream' });
    await store.create(pointerKey(STREAM, subject, sha256('one more')), bytes('{}'));
    expect(await ask(store, { trust })).toMatchObject({
      answer: { outcome: 'deny', code: 'pointer/flood' },
      requests: { list: 1, read: 0 },
    });
  });
});

describe('a pointer that is missing', () => {
  it('under a delete marker is seen, so that a denial cannot be hidden; verify names it', async () => {
    const { store, trust, decide: decideAgain } = await released('allow');
    const denial = await decideAgain('deny');
    const { pointer, announcement } = pointerTo(COMMIT, denial);
    for (const hidden of [[pointer], [announcement], [pointer, announcement]]) {
      const twin = store.copy();
      for (const key of hidden) twin.hide(key);
      expect((await ask(twin, { trust })).answer).toMatchObject({ outcome: 'deny', code: 'image/denied' });
      const { outcome, findings } = await verifyLedger(twin, { trust });
      expect([outcome, findings.map(({ code, key }) => [code, key])]).toEqual([
        'tampered',
        [...hidden].sort().map((key) => ['pointer/marker', key]),
      ]);
    }
  });

  it('because its writer died, at any request, never turns a denial into an allow', async () => {
    const { store, trust, signer } = await released('allow');
    const whole = new FaultyStore(store.copy(), () => null);
    await releasesOn(whole, signer).decide('deny');
    const outcomes = new Set<string>();
    for (let at = 1; at <= whole.calls; at++) {
      for (const fault of ['die-before', 'die-after'] as const) {
        const twin = store.copy();
        const dying = new FaultyStore(twin, ({ number }) => (number === at ? fault : null));
        await releasesOn(dying, signer)
          .decide('deny')
          .catch((cause: unknown) => expect(cause).toBeInstanceOf(ProcessDied));
        const [{ answer }, expected] = [await ask(twin, { trust }), await askStreams(twin, trust)];
        expect([at, fault, answer.outcome]).toEqual([at, fault, expected.outcome]);
        outcomes.add(answer.outcome);
        const { outcome: verified, findings } = await verifyLedger(twin, { trust });
        const left = findings.filter(({ code }) => !['pointer/no-record', 'record/pending'].includes(code));
        expect([at, fault, verified, left]).toEqual([at, fault, 'allow', []]);
        await fill(ledgerOn(twin, signer), 1); // whoever comes next adopts what was stored
        expect((await ask(twin, { trust })).answer.outcome).toBe((await askStreams(twin, trust)).outcome);
      }
    }
    expect([...outcomes].sort()).toEqual(['allow', 'deny']);
  });

  it('because the store did not answer does not take the acknowledgement back', async () => {
    const store = new MemoryStore();
    const deaf = new FaultyStore(store, ({ operation, key }) =>
      operation === 'create' && key.startsWith('v1/by/') && !key.endsWith('~') ? 'lost-before' : null,
    );
    const { decide: decideDeaf, archive: archiveDeaf, trust } = releasesOn(deaf);
    expect((await decideDeaf('allow')).receipt.slot).toBe(1);
    await archiveDeaf();
    expect((await ask(store, { trust })).answer).toMatchObject({ outcome: 'allow', foundBy: 'stream' });
  });
});

describe('whatever lies under v1/by', () => {
  it('is no evidence: it answers no question, and nothing else is found because of it', async () => {
    const { store, trust } = await released('allow');
    const planted = ['v1/by/42', `v1/by/42/${COMMIT}/x`, `v1/by/43/${COMMIT}/${'0'.repeat(64)}`, 'v1/by/99/x'];
    for (const key of planted) await store.create(key as ObjectKey, bytes('planted'));
    const { findings, streams } = await verifyLedger(store, { trust });
    expect(findings.map(({ key }) => key).sort()).toEqual(planted);
    expect(streams).toMatchObject([
      { stream: STREAM, verified: 2, slots: 2 },
      { stream: '43', verified: 0, slots: 0, pointers: 1 },
    ]);
    expect((await ask(store, { trust })).answer).toMatchObject({ outcome: 'allow', foundBy: 'stream' });
  });
});
