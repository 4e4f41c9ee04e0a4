import { beforeEach, describe, expect, it } from '@jest/globals';
import { append, logKeysOf } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import {
  bodyKey,
  checkProof,
  cosignatureKey,
  exportLog,
  openBaseline,
  proveRecord,
  readCheckpoint,
  requireKeyOfLog,
  timestampKey,
} from '@proofrail/core/seal';
import { formatNote, formatProof, parseCheckpoint } from '@proofrail/core/tlog';
import type { KeyId, ObjectKey } from '@proofrail/core/ports';
import { isTimestampProblem, openTimestamp, signerOf, timestampRequest } from '@proofrail/core/timestamp';
import { FakeTimeAuthority } from '@proofrail/testkit';
import { newestSealedTree } from '../../packages/core/src/ledger/seals/sealed-tree.ts';
import { readSealedHead } from '../../packages/core/src/ledger/seals/read-sealed-head.ts';
import { bytesOf, codes, ledgerOn, record, sevenRecords, STREAM, tickingClock, trustIn } from '../ledger/small-ledger.ts';
import { outsideWorld } from './outside-world.ts';
import { ORIGIN, seal, SEAL_TIME, testLogKey } from './sealed-ledger.ts';

const HOUR = 3_600_000;
const NOBODY = 'f'.repeat(64);
const logKey = testLogKey();
const { name, keyHash } = logKey.key;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const line = (by: string, hash: string, signature: string): string =>
  `\u2014 ${by} ${Buffer.concat([Buffer.from(hash, 'hex'), Buffer.from(signature)]).toString('base64')}\n`;

/** Two seals, the second over one record more, and what somebody who may write anywhere puts beside the second. */
async function twoSeals() {
  const { store, signer, receipts, last: first } = await sevenRecords();
  await seal(store, logKey);
  const last = await append(ledgerOn(store, signer, tickingClock(SEAL_TIME)), STREAM, await record('later', signer));
  const second = await seal(store, logKey, SEAL_TIME + HOUR);
  const trust = { ...trustIn([signer], receipts[0] ?? null), origin: ORIGIN, log_keys: [logKey.verifierKey] };
  const plant = (kind: 'sig' | 'wit', text: string, by = NOBODY) =>
    store.create(`${bodyKey(2)}.${kind}/${by}` as ObjectKey, bytes(text));
  return { store, trust, first, last, second, plant };
}

const PLANTED = [
  ['bytes that are no line', 'sig', 'nothing'],
  ['no bytes', 'sig', ''],
  ['a second line that is none', 'sig', `${line('other.example', '01020304', 'signature')}nothing\n`],
  ['bytes that are no cosignature', 'wit', 'nothing'],
  ['a line of a stranger', 'sig', line('other.example', '01020304', 'signature')],
  ['a line that says it is by the log key', 'sig', line(name, keyHash, 'signature')],
  ['a cosignature that says it is by the log key', 'wit', line(name, keyHash, 'signature')],
] as const;

describe.each(PLANTED)('%s beside the newest seal', (_what, kind, text) => {
  let ledger: Awaited<ReturnType<typeof twoSeals>>;
  beforeEach(async () => {
    ledger = await twoSeals();
    await ledger.plant(kind, text);
  });

  it('leads no reader who knows a key of the log back to the seal before it', async () => {
    const { store, last, second } = ledger;
    expect(await readSealedHead(store, STREAM, [logKey.key])).toEqual({ slot: last.slot, digest: last.slot_digest });
    expect(String(await readCheckpoint(store, 2, [logKey.key]))).toBe(second.checkpoint.note);
    const since = await openBaseline(store, bytes(second.checkpoint.note), [logKey.key]);
    expect(since.placed.plan.n).toBe(2);
  });

  it('lets no other key take over the log, and does not stop its own', async () => {
    const { store } = ledger;
    await expect(requireKeyOfLog(store, testLogKey().key)).rejects.toMatchObject({ code: 'seal/other-key' });
    await requireKeyOfLog(store, logKey.key);
    expect((await seal(store, logKey, SEAL_TIME + 2 * HOUR)).plan.n).toBe(3);
  });

  it('is found by whoever verifies, who goes on from the newest seal all the same', async () => {
    const { store, trust } = ledger;
    const answer = await verifyLedger(store, { trust });
    expect(answer.seal).toMatchObject({ n: 2, signed_by: [logKey.signer.keyId] });
    const code = kind === 'sig' ? 'seal/signature' : 'seal/cosignature';
    expect([answer.outcome, codes(answer)]).toEqual(['tampered', [code]]);
  });
});

it.each(PLANTED.slice(0, 5))('%s beside the newest seal spoils no proof and no export', async (_what, kind, text) => {
  const { store, last, plant } = await twoSeals();
  await plant(kind, text);
  const proof = await proveRecord(store, STREAM, last.record_name);
  expect(proof && checkProof(bytes(formatProof(proof)), [logKey.key])).toMatchObject({ kind: 'proven' });
  let checkpoint = '';
  for await (const { path, bytes: exported } of exportLog(store))
    if (path === 'checkpoint') checkpoint = String(Buffer.from(exported));
  expect(checkpoint).toContain(proof === null ? '' : formatNote(proof.checkpoint));
});

it.each(PLANTED)(
  '%s before every other line spoils no proof and no export for whoever names the key',
  async (_what, kind, text) => {
    const { store, last, second, plant } = await twoSeals();
    await plant(kind, text, '0'.repeat(64));
    const vouchers = { keys: [logKey.key], witnesses: [] };
    const proof = await proveRecord(store, STREAM, last.record_name, vouchers);
    expect(proof && checkProof(bytes(formatProof(proof)), [logKey.key])).toMatchObject({ kind: 'proven' });
    for await (const { path, bytes: exported } of exportLog(store, vouchers))
      if (path === 'checkpoint') expect(String(Buffer.from(exported))).toBe(second.checkpoint.note);
  },
);

it('leaves the cosignatures of witnesses that are named in a proof, and no other line', async () => {
  const { store, trust, seal: sealed, witnesses } = await outsideWorld();
  await sealed(SEAL_TIME);
  await store.create(`${bodyKey(1)}.wit/${NOBODY}` as ObjectKey, bytes(line('other.example', '01020304', 'signature')));
  const vouchers = { keys: logKeysOf(trust) ?? [], witnesses: witnesses.slice(1).map(({ key }) => key) };
  const tree = await newestSealedTree(store, vouchers);
  const named = [...vouchers.keys, ...vouchers.witnesses].map(({ name }) => name);
  expect(tree?.note.signatures.map(({ name }) => name).sort()).toEqual(named.sort());
});

it('proves nothing under a key that signed no seal', async () => {
  const { store, last } = await twoSeals();
  const stranger = { keys: [testLogKey().key], witnesses: [] };
  expect(await proveRecord(store, STREAM, last.record_name, stranger)).toBeNull();
});

it('reads a signature by its earliest version, which nobody can take away', async () => {
  const { store, last } = await twoSeals();
  const signature = `${bodyKey(2)}.sig/${logKey.signer.keyId.slice('sha256:'.length)}` as ObjectKey;
  store.overwrite(signature, bytes('nothing'));
  expect(await readSealedHead(store, STREAM, [logKey.key])).toMatchObject({ slot: last.slot });
  store.hide(signature);
  expect(await readSealedHead(store, STREAM, [logKey.key])).toMatchObject({ slot: last.slot });
});

it('counts a seal that a stranger signed for nobody, and goes back to the one that the log key signed', async () => {
  const { store, first, plant } = await twoSeals();
  store.remove(`${bodyKey(2)}.sig/${logKey.signer.keyId.slice('sha256:'.length)}` as ObjectKey); // its sealer died before it signed
  await plant('wit', line('other.example', '01020304', 'signature'));
  expect(parseCheckpoint((await proveRecord(store, STREAM, first.record_name))?.checkpoint.text ?? '')?.size).toBe(8);
  expect(await readSealedHead(store, STREAM, [logKey.key])).toMatchObject({ slot: first.slot });
});

describe('what lies where an outsider would have to vouch', () => {
  it('does not keep the sealer from asking a time authority, before the seal is made or after', async () => {
    const { store, trust, authority, seal: sealed } = await outsideWorld();
    const planted = timestampKey(1, `sha256:${NOBODY}` as string as KeyId);
    await store.create(planted, bytes('nothing'));
    expect((await sealed(SEAL_TIME)).gaps).toEqual([]);
    expect((await verifyLedger(store, { trust })).seal).toMatchObject({ time: { n: 1 } });
    authority.isDown = true;
    expect((await sealed(SEAL_TIME + HOUR)).gaps).toMatchObject([{ why: 'timestamp/unavailable' }]);
    await store.create(planted.replace(bodyKey(1), bodyKey(2)) as ObjectKey, bytes('nothing'));
    authority.isDown = false;
    expect((await sealed(SEAL_TIME + 2 * HOUR)).plan.notices).toEqual([]);
  });

  it('does not keep it from asking for a new seal, though it is a whole time-stamp by somebody whom nobody named', async () => {
    const { store, trust, seal: sealed } = await outsideWorld();
    const other = new FakeTimeAuthority('other.example', { now: () => SEAL_TIME });
    const create = store.create.bind(store);
    store.create = async (key, line) => {
      if (key.startsWith(`${bodyKey(1)}.sig/`)) {
        const body = await bytesOf(store, bodyKey(1));
        const token = await other.stamp(timestampRequest(body, Buffer.alloc(16, 7)));
        const opened = openTimestamp(token, body);
        if (!isTimestampProblem(opened)) await create(timestampKey(1, signerOf(opened)), token);
      }
      return create(key, line);
    };
    expect((await sealed(SEAL_TIME)).gaps).toEqual([]);
    expect(store.keys().filter((key) => key.includes('.tsr/'))).toHaveLength(2);
    expect((await verifyLedger(store, { trust })).seal).toMatchObject({ time: { n: 1 } });
  });

  it('is a gap where it has the place of a cosignature or a time-stamp, in every later plan too', async () => {
    const { store, seal: sealed, witnesses } = await outsideWorld();
    const [first] = witnesses;
    if (first === undefined) throw new Error('no witness');
    await sealed(SEAL_TIME);
    const [stamp] = store.keys().filter((key) => key.startsWith(`${bodyKey(1)}.tsr/`));
    if (stamp === undefined) throw new Error('no time-stamp');
    await store.create(stamp.replace(bodyKey(1), bodyKey(2)) as ObjectKey, await bytesOf(store, stamp)); // about another seal
    await store.create(cosignatureKey(2, first.key.publicKey.keyId), bytes('nothing'));
    const { gaps } = await sealed(SEAL_TIME + HOUR);
    expect(gaps.map(({ code, why }) => [code, why])).toEqual([
      ['seal/no-timestamp', 'timestamp/taken'],
      ['seal/no-cosignature', 'witness/taken'],
    ]);
    const { plan } = await sealed(SEAL_TIME + 2 * HOUR);
    expect(plan.notices.map(({ code }) => code)).toEqual(['seal/no-cosignature', 'seal/no-timestamp']);
  });
});
