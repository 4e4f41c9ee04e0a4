import { describe, expect, it } from '@jest/globals';
import { verifyLedger, type VerifyOptions } from '@proofrail/core/verification';
import { openBaseline, parsePlan, planKey, bodyKey, cosignatureKey } from '@proofrail/core/seal';
import type { ObjectKey } from '@proofrail/core/ports';
import { FakeTimeAuthority } from '@proofrail/testkit';
import { bytesOf, codes, STREAM } from '../ledger/small-ledger.ts';
import { inRequiredRun } from '../required-run.ts';
import { logKey, outsideKeys, outsideWorld } from './outside-world.ts';
import { SEAL_TIME } from './sealed-ledger.ts';

const HOUR = 3_600_000;
const STEP = inRequiredRun(1, 53);
const iso = (time: number): string => new Date(time).toISOString();

describe('a seal for which outsiders vouch', () => {
  it('has a time and witnesses that the sealer did not choose, and the verifier says so', async () => {
    const { store, trust, seal, grow, witnesses } = await outsideWorld();
    expect((await seal(SEAL_TIME)).gaps).toEqual([]);
    await grow(SEAL_TIME + 60_000);
    expect((await seal(SEAL_TIME + HOUR)).gaps).toEqual([]);
    expect(outsideKeys(store)).toHaveLength(8);
    expect(witnesses.map(({ replies }) => replies.map(({ status }) => status))).toEqual([
      [200, 200],
      [200, 200],
      [200, 200],
    ]);
    const { outcome, findings, seal: standing, order } = await verifyLedger(store, { trust });
    expect([outcome, findings]).toEqual(['allow', []]);
    const time = iso(SEAL_TIME + HOUR + 2_000);
    expect(standing).toMatchObject({
      time: { n: 2, not_after: time, authorities: ['time.example'] },
      cosigned: { n: 2, not_after: time, by: witnesses.map(({ key }) => key.publicKey.keyId).sort() },
    });
    expect(order).toContain(`not after ${time} (time.example)`);
    expect(order).toContain('cosigned by 3 of the witnesses');
  });

  it('is made without those who do not answer; the next one asks again, and records who still does not', async () => {
    const { store, trust, authority, witnesses, down, seal } = await outsideWorld();
    authority.isDown = true;
    for (const one of witnesses.slice(1)) down.add(one);
    const { gaps } = await seal(SEAL_TIME);
    expect(gaps.map(({ code, why }) => [code, why])).toEqual([
      ['seal/no-timestamp', 'timestamp/unavailable'],
      ['seal/no-cosignature', 'witness/unavailable'],
      ['seal/no-cosignature', 'witness/unavailable'],
    ]);
    const bare = await verifyLedger(store, { trust });
    expect([bare.outcome, codes(bare)]).toEqual(['allow', ['seal/no-cosignature', 'seal/no-timestamp']]);
    down.clear();
    const { plan, gaps: later } = await seal(SEAL_TIME + HOUR);
    expect(plan.notices).toEqual([{ code: 'seal/no-timestamp', key: bodyKey(1), stream: '' }]);
    expect(later).toHaveLength(1);
    authority.isDown = false;
    expect((await seal(SEAL_TIME + 2 * HOUR)).plan.notices).toEqual([]); // filled in for seal 2, before it was made
    const answer = await verifyLedger(store, { trust });
    expect([answer.outcome, codes(answer)]).toEqual(['allow', ['seal/no-timestamp']]); // what plan 2 says of seal 1 it says for ever
    expect(answer.seal).toMatchObject({ time: { n: 3 }, cosigned: { n: 3 } });
    expect(outsideKeys(store)).toHaveLength(3 + 4 + 4);
  });

  it('keeps its time for who verifies since its checkpoint, and reads that alone again', async () => {
    const { store, trust, seal } = await outsideWorld();
    const { note } = (await seal(SEAL_TIME)).checkpoint;
    const since = await openBaseline(store, Buffer.from(note), [logKey.key]);
    const answer = await verifyLedger(store, { trust, since });
    expect([answer.outcome, answer.findings]).toEqual(['allow', []]);
    expect(answer.seal).toMatchObject({ time: { n: 1 }, cosigned: { n: 1 } });
  });

  it('asks nobody twice, and nobody who was not named', async () => {
    const { store, seal, witnesses } = await outsideWorld();
    await seal(SEAL_TIME);
    await seal(SEAL_TIME + HOUR);
    expect(witnesses.map(({ replies }) => replies.length)).toEqual([2, 2, 2]);
    const { gaps } = await seal(SEAL_TIME + 2 * HOUR, { authorities: [], witnesses: [], draw: () => new Uint8Array() });
    expect([gaps, outsideKeys(store).length]).toEqual([[], 8]);
  });

  it('counts by the witnesses of the trust file alone, and only if they are enough', async () => {
    const { store, plain, trust, witnesses, seal } = await outsideWorld();
    await seal(SEAL_TIME);
    const [first] = witnesses;
    store.remove(cosignatureKey(1, witnesses[1]?.key.publicKey.keyId as never));
    expect(codes(await verifyLedger(store, { trust }))).toEqual([]);
    store.remove(cosignatureKey(1, first?.key.publicKey.keyId as never));
    expect(codes(await verifyLedger(store, { trust }))).toEqual(['seal/no-cosignature']);
    const { origin, log_keys: keys = [] } = trust;
    expect(await verifyLedger(store, { trust: { ...plain, origin, log_keys: keys } })).toMatchObject({
      outcome: 'allow',
      seal: { cosigned: null },
    });
  });

  it('is not believed by the time of an authority that the trust file does not name, and that is no tampering', async () => {
    const { store, trust, seal } = await outsideWorld();
    await seal(SEAL_TIME);
    const other = new FakeTimeAuthority('time.example', { now: () => SEAL_TIME });
    const answer = await verifyLedger(store, { trust: { ...trust, time_authorities: [other.entry] } });
    expect([answer.outcome, codes(answer)]).toEqual(['allow', ['seal/no-timestamp']]);
    expect(answer.seal).toMatchObject({ time: null });
  });

  it('is tampered with where a token or cosignature of another seal, or under another name, lies beside it', async () => {
    const { store, trust, seal } = await outsideWorld();
    await seal(SEAL_TIME);
    await seal(SEAL_TIME + HOUR);
    for (const key of outsideKeys(store).filter((one) => one.startsWith(bodyKey(2)))) {
      const moved = store.copy();
      moved.replace(key, await bytesOf(store, key.replace(bodyKey(2), bodyKey(1)) as ObjectKey));
      const code = key.includes('.tsr/') ? 'seal/timestamp' : 'seal/cosignature';
      expect(codes(await verifyLedger(moved, { trust }))).toContain(code);
      const renamed = store.copy();
      const name = `${key.slice(0, -64)}${'0'.repeat(64)}` as ObjectKey;
      await renamed.create(name, await bytesOf(store, key));
      if (key.includes('.tsr/')) expect(codes(await verifyLedger(renamed, { trust }))).toEqual(['seal/timestamp']);
    }
  });

  it('shows a flipped bit of a token or cosignature, or that bit changes nothing that counts', async () => {
    const { store, trust, seal } = await outsideWorld();
    await seal(SEAL_TIME);
    const whole = await verifyLedger(store, { trust });
    let found = 0;
    for (const key of outsideKeys(store)) {
      const bytes = await bytesOf(store, key);
      for (let at = 0; at < bytes.length * 8; at += STEP) {
        const changed = store.copy();
        changed.replace(
          key,
          bytes.map((byte, index) => (index === at >> 3 ? byte ^ (1 << (at & 7)) : byte)),
        );
        const answer = await verifyLedger(changed, { trust });
        if (answer.outcome === 'tampered') found += 1;
        else expect([key, at, answer.seal, answer.findings]).toEqual([key, at, whole.seal, []]);
      }
    }
    expect(found).toBeGreaterThan(5);
  });
});

describe('a copy that was cut short (attack 6)', () => {
  it('verifies up to its end, and is too old for an auditor who asks how lately somebody outside vouched', async () => {
    const { store, trust, plain, seal, grow } = await outsideWorld();
    await seal(SEAL_TIME);
    const copy = store.copy();
    await grow(SEAL_TIME + 30 * HOUR);
    await seal(SEAL_TIME + 31 * HOUR);
    const now = SEAL_TIME + 32 * HOUR;
    const asked = { trust, now, sealedWithin: 24 * HOUR };
    expect(await verifyLedger(copy, { trust, now })).toMatchObject({ outcome: 'allow', findings: [] });
    expect(await verifyLedger(copy, asked)).toMatchObject({
      outcome: 'tampered',
      findings: [{ code: 'seal/stale', key: bodyKey(1) }],
    });
    expect(await verifyLedger(store, asked)).toMatchObject({ outcome: 'allow', findings: [] });
    for (const one of [
      { ...asked, trust: plain },
      { ...asked, stream: STREAM },
    ])
      expect(codes(await verifyLedger(store, one))).toContain('seal/stale'); // nobody's word, or nothing looked at
  });
});

describe('a ledger for whose age nobody vouches', () => {
  it('is told what is missing, and accused of nothing', async () => {
    const { store, trust, plain, seal } = await outsideWorld();
    const asked = { now: SEAL_TIME + HOUR, sealedWithin: 24 * HOUR };
    const detail = async (options: VerifyOptions) =>
      (await verifyLedger(store, { ...asked, ...options })).findings.find(({ code }) => code === 'seal/stale')?.detail;
    expect(await detail({ trust })).toMatch(/^Nobody vouches .*: the ledger has no seal; seal it with --tsa or --witness/);
    await seal(SEAL_TIME);
    expect(await detail({ trust: plain })).toMatch(
      /^Nobody vouches .*: the trust file names no time_authorities and no witnesses;/,
    );
    expect(await detail({ trust, stream: STREAM })).toMatch(/verify without --stream\.$/);
    for (const key of outsideKeys(store)) store.remove(key);
    expect(await detail({ trust })).toMatch(
      /^Nobody vouches .*: no time authority or witness that the trust file names has said/,
    );
  });
});

describe('a witness', () => {
  it('stops a log that was rewritten: it cosigns no tree that does not continue the one it saw', async () => {
    const { seal, store, witnesses } = await outsideWorld();
    await seal(SEAL_TIME);
    await seal(SEAL_TIME + HOUR);
    for (const key of store.keys().filter((one) => one.startsWith('v1/seals/'))) store.remove(key);
    const { gaps } = await seal(SEAL_TIME + 2 * HOUR); // a new log under the old key: shorter, and then another one
    expect(gaps.map(({ why }) => why)).toEqual(['witness/ahead', 'witness/ahead', 'witness/ahead']);
    await seal(SEAL_TIME + 3 * HOUR);
    const { gaps: later } = await seal(SEAL_TIME + 4 * HOUR);
    expect(later.map(({ why }) => why)).toEqual(['witness/unavailable', 'witness/unavailable', 'witness/unavailable']);
    expect(
      witnesses.flatMap(({ replies }) => replies.map(({ status }) => status)).filter((status) => status === 200),
    ).toHaveLength(6);
    expect(parsePlan(await bytesOf(store, planKey(3)))?.notices.map(({ code }) => code)).toContain('seal/no-cosignature');
  });
});
