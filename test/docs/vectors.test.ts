import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FileStore } from '../../packages/stores/file/src/file-store.ts';
import { parseReceipt, parseTrustFile, type SequencedReceipt, type TrustFile } from '../../packages/core/src/ledger/index.ts';
import { verifyLedger } from '../../packages/core/src/verification/index.ts';
import { makeVectors } from '../../tools/vectors/make-vectors.ts';
import { check } from '../vectors/independent-check.mjs';

const folder = 'test/vectors';
const made = await makeVectors();
const objects = new Map([...made].filter(([name]) => name.startsWith('ledger/')).map(([name, bytes]) => [name.slice(7), bytes]));
const trust = parseTrustFile(readFileSync(`${folder}/trust.json`), 'trust.json');
const receipt = parseReceipt(readFileSync(`${folder}/receipt.json`), 'receipt.json') as SequencedReceipt;

const flipped = (bytes: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

/** Without `expect` inside: it is tried fifty thousand times. */
function passes(changed: ReadonlyMap<string, Buffer>): boolean {
  try {
    check(changed, trust, receipt);
    return true;
  } catch {
    return false;
  }
}

describe('the published vectors', () => {
  it('are made again byte for byte: the format has not moved', () => {
    for (const [name, bytes] of made) expect([name, readFileSync(`${folder}/${name}`).equals(bytes)]).toEqual([name, true]);
  });

  it('verify with the product, under their trust file and receipt', async () => {
    const verification = await verifyLedger(await FileStore.open(`${folder}/ledger`), { trust, receipts: [receipt] });
    expect(verification).toMatchObject({ outcome: 'allow', findings: [], streams: [{ slots: 2, verified: 2 }] });
  });

  it('are read by forty lines that share no code with the product', () => {
    const records = check(objects, trust, receipt);
    expect(records.map(({ predicateType }) => predicateType)).toEqual([
      'https://proofrail.dev/evidence/run.intent/v1',
      'https://proofrail.dev/evidence/deployment/v1',
    ]);
  });

  it.each([...objects.keys()])('let no flipped bit of %s through', (key) => {
    const bytes = objects.get(key) ?? Buffer.alloc(0);
    const bits = Array.from({ length: bytes.length * 8 }, (_, bit) => bit);
    const unnoticed = bits.filter((bit) => passes(new Map(objects).set(key, flipped(bytes, bit))));
    expect({ unnoticed, tried: bits.length > 4000 }).toEqual({ unnoticed: [], tried: true });
  });

  it.each([...objects.keys()])('let nobody take %s away', (key) => {
    const fewer = new Map(objects);
    fewer.delete(key);
    expect(() => check(fewer, trust, receipt)).toThrow();
  });

  const otherDigest = `sha256:${'0'.repeat(64)}`;
  it.each<[string, Partial<SequencedReceipt>]>([
    ['another slot', { slot: 1 }],
    ['a slot that is not there', { slot: 3 }],
    ['another position', { position: 2 }],
    ['another digest of the slot', { slot_digest: otherDigest as never }],
    ['another record', { record: otherDigest as never }],
  ])('refuse a receipt that names %s', (_, change) => {
    expect(() => check(objects, trust, { ...receipt, ...change })).toThrow();
  });

  it('refuse a trust file with another key, another id or another beginning', () => {
    const [key] = trust.record_keys;
    const others: Partial<TrustFile>[] = [
      { streams: { '42': { genesis: otherDigest as never } } },
      { record_keys: [{ ...key, key_id: otherDigest } as never] },
      { record_keys: [{ ...key, pem: key?.pem.replace('11qY', '11qZ') } as never] },
    ];
    for (const other of others) expect(() => check(objects, { ...trust, ...other }, receipt)).toThrow();
  });
});
