import { describe, expect, it } from '@jest/globals';
import { append, recordKey, store as storeRecord, type TrustFile } from '@proofrail/core/ledger';
import { verifyLedger, type Verification } from '@proofrail/core/verification';
import { bodyKey, sealLedger, timestampKey } from '@proofrail/core/seal';
import type { KeyId, ObjectKey } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import { FakeTimeAuthority, FakeWitness } from '@proofrail/testkit';
import {
  bytesOf,
  codes,
  fill,
  ledgerOn,
  record,
  START,
  STREAM,
  testSigner,
  tickingClock,
  trustIn,
} from '../ledger/small-ledger.ts';
import { ORIGIN, sealerOn, testLogKey } from '../seal/sealed-ledger.ts';

const HOUR = 3_600_000;
const THEFT = START + 12 * HOUR;
const logKey = testLogKey();
const iso = (time: number): string => new Date(time).toISOString();

/**
 * A key signs three records in the morning, which are sealed at ten with the word of outsiders; two more follow, sealed at two by the
 * sealer's clock. At noon the key was stolen, and the auditor says so in the trust file. From then on another key signs.
 */
async function story() {
  const [stolen, successor] = [testSigner(), testSigner()];
  const store = new MemoryStore();
  let now = START;
  const clock = { now: () => now };
  const authority = new FakeTimeAuthority('time.example', clock);
  const witness = new FakeWitness('witness.example/w', logKey.key, clock);
  const service = {
    name: witness.key.name,
    addCheckpoint: async (request: Uint8Array) => {
      const { status, body } = await witness.addCheckpoint(Buffer.from(request).toString());
      return status === 200
        ? { kind: 'cosigned' as const, lines: Buffer.from(body) }
        : { kind: 'conflict' as const, size: Number(body) };
    },
  };
  const outsiders = {
    authorities: [authority],
    witnesses: [{ key: witness.key, service }],
    draw: (n: number) => Buffer.alloc(n, 5),
  };
  const seal = (at: number) => {
    now = at;
    return sealLedger({ ...sealerOn(store, logKey, tickingClock(at)), outsiders });
  };
  const plain = trustIn([stolen, successor], null);
  const record_keys = plain.record_keys.map((key, index) => (index === 0 ? { ...key, compromised_from: iso(THEFT) } : key));
  const own = { origin: ORIGIN, log_keys: [logKey.verifierKey] };
  const witnesses = { at_least: 1, keys: [witness.verifierKey] };
  const trust: TrustFile = { ...plain, ...own, record_keys, time_authorities: [authority.entry], witnesses };
  const sealed = await fill(ledgerOn(store, stolen, tickingClock(START + HOUR)), 3);
  await seal(START + 10 * HOUR);
  const open = await append(ledgerOn(store, stolen, tickingClock(START + 11 * HOUR)), STREAM, await record('open', stolen));
  await seal(START + 14 * HOUR);
  return { store, stolen, successor, trust, sealed, open, seal };
}

/** What an auditor does not pin. */
const without = (trust: TrustFile, ...names: readonly (keyof TrustFile)[]): TrustFile =>
  Object.fromEntries(Object.entries(trust).filter(([name]) => !names.includes(name as keyof TrustFile))) as unknown as TrustFile;

const reported = ({ findings }: Verification): string[] =>
  findings.filter(({ kind }) => kind === 'unsigned').map(({ key }) => key);

describe('a key declared compromised from noon', () => {
  it('keeps what was sealed before, by the word of a time authority, and loses what was sealed after', async () => {
    const { store, trust, open } = await story();
    const answer = await verifyLedger(store, { trust });
    expect(answer.streams).toMatchObject([{ verified: 3, unsigned: 2 }]);
    expect([answer.outcome, codes(answer)]).toEqual(['tampered', ['slot/signature', 'record/signature']]);
    expect(reported(answer).at(-1)).toBe(recordKey(STREAM, open.record_name));
    const [{ detail } = { detail: '' }] = answer.findings;
    expect(detail).toContain(`compromised from ${iso(THEFT)}, and no seal with a time of somebody else shows it to be older`);
  });

  it.each(['time_authorities', 'witnesses'] as const)(
    'loses what was sealed in the second of the theft: outsiders tell whole seconds (no %s)',
    async (unpinned) => {
      const { store, trust } = await story();
      const said = without(trust, unpinned);
      const stolenAt = (time: number): TrustFile => ({
        ...said,
        record_keys: said.record_keys.map((key, index) => (index === 0 ? { ...key, compromised_from: iso(time) } : key)),
      });
      const { seal } = await verifyLedger(store, { trust: stolenAt(START + 15 * HOUR) });
      const at = Date.parse(('time' in seal ? (seal.time ?? seal.cosigned)?.not_after : null) ?? '');
      expect((await verifyLedger(store, { trust: stolenAt(at + 500) })).outcome).toBe('tampered');
      expect((await verifyLedger(store, { trust: stolenAt(at + 1_000) })).outcome).toBe('allow');
    },
  );

  it('keeps all of it where the theft came after both seals', async () => {
    const { store, trust } = await story();
    const record_keys = trust.record_keys.map((key, index) =>
      index === 0 ? { ...key, compromised_from: iso(START + 15 * HOUR) } : key,
    );
    expect(await verifyLedger(store, { trust: { ...trust, record_keys } })).toMatchObject({
      outcome: 'allow',
      findings: [],
      streams: [{ verified: 4 }],
    });
  });

  it('gives a thief nothing, whatever time he writes into his record, in a slot or beside them', async () => {
    for (const place of [append, storeRecord]) {
      const { store, stolen, trust, seal } = await story();
      const forged = await place(ledgerOn(store, stolen, tickingClock(START + 2 * HOUR)), STREAM, await record('forged', stolen));
      await seal(START + 20 * HOUR);
      const answer = await verifyLedger(store, { trust });
      expect(reported(answer)).toContain(recordKey(STREAM, forged.record_name));
      expect(answer.streams).toMatchObject([{ verified: 3 }]);
    }
  });

  it('lets the successor go on', async () => {
    const { store, trust, successor } = await story();
    await append(ledgerOn(store, successor, tickingClock(START + 16 * HOUR)), STREAM, await record('later', successor));
    expect((await verifyLedger(store, { trust })).streams).toMatchObject([{ verified: 4, unsigned: 2 }]);
  });

  it('is not helped by the clock of the sealer, by an authority nobody pinned, nor by a seal that nobody signed', async () => {
    const { store, trust } = await story();
    const bare = without(trust, 'time_authorities', 'witnesses', 'log_keys');
    const stranger = new FakeTimeAuthority('time.example', { now: () => START });
    for (const less of [
      { ...bare, log_keys: [logKey.verifierKey] },
      { ...trust, time_authorities: [stranger.entry] },
      { ...bare, time_authorities: trust.time_authorities ?? [] },
    ])
      expect((await verifyLedger(store, { trust: less })).streams).toMatchObject([{ verified: 0 }]);
    expect((await verifyLedger(store, { trust, stream: STREAM })).streams).toMatchObject([{ verified: 0 }]);
  });

  it('is helped by witnesses where no time authority is pinned', async () => {
    const { store, trust } = await story();
    const witnessed = without(trust, 'time_authorities');
    expect((await verifyLedger(store, { trust: witnessed })).streams).toMatchObject([{ verified: 3, unsigned: 2 }]);
  });

  it('is not helped by the token of another seal: an older one put beside the newer is found', async () => {
    const { store, trust } = await story();
    const [old = ''] = store.keys().filter((key) => key.startsWith(`${bodyKey(1)}.tsr/`));
    const id = `sha256:${old.slice(-64)}` as KeyId;
    store.replace(timestampKey(2, id), await bytesOf(store, old as ObjectKey));
    const answer = await verifyLedger(store, { trust });
    expect(codes(answer)).toContain('seal/timestamp');
    expect(answer.streams).toMatchObject([{ verified: 3 }]);
  });
});
