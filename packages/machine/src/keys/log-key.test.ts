import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealLedger } from '@proofrail/core/seal';
import { formatVerifierKey, openNote, parseNote, parseVerifierKey } from '@proofrail/core/tlog';
import { startFakeKms, type FakeKms } from '@proofrail/testkit';
import { MemoryStore } from '@proofrail/store-memory';
import { fill, ledgerOn, testSigner } from '../../../../test/ledger/small-ledger.ts';
import { loadLogKey } from './log-key.ts';

const ORIGIN = 'example.org/evidence';
const AT = { logKey: 'log-key', origin: 'origin' };
const DAYS_OF_NOBODY = { days: null, clock: { now: () => Date.UTC(2026, 10, 21) } };

let kms: FakeKms;
beforeAll(async () => {
  kms = await startFakeKms();
});
afterAll(() => kms.close());

const role = () => ({
  credentials: () => Promise.resolve({ ...kms.credentials, sessionToken: 'session', expiration: new Date(Date.now() + 900_000) }),
});

async function oneRecord(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await fill(ledgerOn(store, testSigner()), 1);
  return store;
}

describe.each([
  ['ECC_NIST_P256', 0x02, 'sha256'],
  ['ECC_NIST_EDWARDS25519', 0x01, null],
] as const)('a log key in KMS of spec %s', (spec, type, digest) => {
  const keyInKms = async () => {
    const { arn } = kms.createKey(spec);
    const logKey = `awskms://${new URL(kms.url).host}/${arn}`;
    return loadLogKey(new MemoryStore(), { logKey, origin: ORIGIN }, AT, { role: role() });
  };

  it('signs a checkpoint that verifies by the public key alone, with the type that signed notes give it', async () => {
    const { signer, key } = await keyInKms();
    const { checkpoint } = await sealLedger({ store: await oneRecord(), signer, key, ...DAYS_OF_NOBODY });
    const text = formatVerifierKey(key);
    expect(Buffer.from(text.split('+').slice(2).join('+'), 'base64')[0]).toBe(type);
    const published = parseVerifierKey(text);
    const note = parseNote(Buffer.from(checkpoint.note));
    if (published === null || note === null) throw new Error('not as published');
    expect(openNote(note, [published]).kind).toBe('signed');
  });

  it('signs so that a program which knows nothing of ours agrees: the bytes of the note, DER or 64 bytes', async () => {
    const { signer, key } = await keyInKms();
    const { checkpoint } = await sealLedger({ store: await oneRecord(), signer, key, ...DAYS_OF_NOBODY });
    const [body = '', lines = ''] = checkpoint.note.split('\n\n');
    const [, , base64 = ''] = lines.trim().split(' ');
    const signature = Buffer.from(base64, 'base64').subarray(4); // behind the key's hash
    const publicKey = createPublicKey({ key: Buffer.from(key.publicKey.der), format: 'der', type: 'spki' });
    expect(verify(digest, Buffer.from(`${body}\n`), publicKey, signature)).toBe(true);
    expect(verify(digest, Buffer.from(`${body.replace('example', 'other')}\n`), publicKey, signature)).toBe(false);
  });
});

it.each([
  ['a note can carry', 'example.org evidence'],
  ['a plan can carry, which is locked for years', `example.org/${'e'.repeat(244)}`],
])('has a name that %s, whoever signs', async (_, origin) => {
  const { arn } = kms.createKey();
  const asked = { logKey: `awskms://${new URL(kms.url).host}/${arn}`, origin };
  await expect(loadLogKey(new MemoryStore(), asked, AT, { role: role() })).rejects.toMatchObject({
    code: 'seal/origin',
  });
});
