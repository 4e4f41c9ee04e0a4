import { describe, expect, it } from '@jest/globals';
import { recordOf } from '@proofrail/core/evidence';
import { evidenceLog, recordKeyEvent, type KeyEvent } from '@proofrail/core/gate';
import { parseStreamId, readStream, type TrustFile } from '@proofrail/core/ledger';
import { verifyLedger, type Verification } from '@proofrail/core/verification';
import { MemoryStore } from '@proofrail/store-memory';
import { codes, ledgerOn, testSigner, tickingClock, trustIn, type TestSigner } from '../ledger/small-ledger.ts';

const STREAM = parseStreamId('42');
const CHANGE = Date.UTC(2026, 10, 21, 12);
const HOUR = 3_600_000;
const iso = (time: number): string => new Date(time).toISOString();
const ORIGIN = { system: 'local', facts: 'given', method: 'manual', collector_id: 'test', collector_version: '1' } as const;

/** A key in a file, and the key in KMS that takes its place at noon. */
function twoKeys() {
  const [first, second] = [testSigner('ed25519'), testSigner('ecdsa-p256-sha256')];
  const store = new MemoryStore();
  let draw = 0;
  const say = (by: TestSigner, at: number, what: KeyEvent) =>
    recordKeyEvent(
      { key: { id: first.keyId, kmsArn: null }, what, reason: 'its year is over', origin: ORIGIN, at },
      evidenceLog(ledgerOn(store, by, tickingClock(at)), STREAM, (length) => new Uint8Array(length).fill((draw += 1))),
    );
  return { first, second, store, say };
}

/** Both keys, each in its time, as the verifier brings them along. */
function trustFrom(
  keys: readonly TestSigner[],
  change: (key: TrustFile['record_keys'][number], index: number) => object,
): TrustFile {
  const trust = trustIn(keys, null);
  return { ...trust, record_keys: trust.record_keys.map((key, index) => ({ ...key, ...change(key, index) })) };
}

const until = (time: number) => (_: unknown, index: number) =>
  index === 0 ? { valid_to: iso(time) } : { valid_from: iso(time) };
const verified = ({ outcome, findings }: Verification) => [outcome, findings.length];

describe('a key that another one follows', () => {
  it('stays good for what it signed in its time: old records verify under it, new ones under its successor', async () => {
    const { first, second, store, say } = twoKeys();
    await say(first, CHANGE - HOUR, { event: 'created' });
    await say(second, CHANGE + HOUR, { event: 'rotated', successor: second.keyId });
    expect(verified(await verifyLedger(store, { trust: trustFrom([first, second], until(CHANGE)) }))).toEqual(['allow', 0]);
    for (const one of [first, second])
      expect((await verifyLedger(store, { trust: trustIn([one], null) })).outcome).toBe('tampered');
  });

  it('signs nothing that counts after its end, nor its successor anything before its beginning', async () => {
    for (const [by, at] of [
      ['first', CHANGE + HOUR],
      ['second', CHANGE - HOUR],
    ] as const) {
      const keys = twoKeys();
      await keys.say(keys[by], at, { event: 'retired' });
      const answer = await verifyLedger(keys.store, { trust: trustFrom([keys.first, keys.second], until(CHANGE)) });
      expect([answer.outcome, codes(answer)]).toEqual(['tampered', ['slot/signature', 'record/signature']]);
      expect(answer.findings.map(({ detail }) => detail).join()).toContain('not valid at that time');
    }
  });

  it('leaves its history in the ledger, where neither key can alter it', async () => {
    const { first, second, store, say } = twoKeys();
    await say(first, CHANGE - HOUR, { event: 'created' });
    await say(second, CHANGE + HOUR, { event: 'rotated', successor: second.keyId });
    const history: unknown[] = [];
    const trust = trustFrom([first, second], until(CHANGE));
    for await (const { statement, name } of readStream(store, STREAM, { trust })) {
      const record = recordOf(statement, name);
      if (record.kind === 'key.event') history.push([record.details.key, record.details.event, record.details.successor]);
    }
    expect(history).toEqual([
      [first.keyId, 'created', null],
      [first.keyId, 'rotated', second.keyId],
    ]);
  });
});

describe('a key declared compromised', () => {
  it('counts for nothing that no seal shows to be older, whatever time its records claim', async () => {
    const { first, second, store, say } = twoKeys();
    await say(first, CHANGE - HOUR, { event: 'created' });
    await say(second, CHANGE + HOUR, { event: 'compromised', from: CHANGE, successor: second.keyId });
    const declared = (_: unknown, index: number) => (index === 0 ? { compromised_from: iso(CHANGE) } : {});
    const answer = await verifyLedger(store, { trust: trustFrom([first, second], declared) });
    expect([answer.outcome, codes(answer)]).toEqual(['tampered', ['slot/signature', 'record/signature']]);
    expect(answer.findings.map(({ detail }) => detail).join()).toContain(`compromised from ${iso(CHANGE)}`);
  });
});
