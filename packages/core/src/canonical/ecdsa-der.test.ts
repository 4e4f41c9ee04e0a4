import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { p1363FromDer } from './ecdsa-der.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

it('is the same signature in the other encoding, whatever its length', () => {
  const lengths = new Set<number>();
  for (let each = 0; each < 600; each++) {
    const message = Buffer.from([each & 255, each >> 8]);
    const der = sign('sha256', message, privateKey);
    const signature = p1363FromDer(der) ?? Buffer.alloc(0);
    expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
    lengths.add(der.length);
  }
  expect(lengths.size).toBeGreaterThan(2); // shorter ones among them
});

it('keeps the place of numbers that are short', () => {
  expect(p1363FromDer(Uint8Array.from([0x30, 6, 2, 1, 7, 2, 1, 9]))).toEqual(
    Uint8Array.from([...Array<number>(31).fill(0), 7, ...Array<number>(31).fill(0), 9]),
  );
});

it('is nothing for bytes that are no such signature: cut, lengthened, with a length of its own, or too large', () => {
  const der = sign('sha256', Buffer.from('message'), privateKey);
  for (let length = 0; length < der.length; length++) expect(p1363FromDer(der.subarray(0, length))).toBeNull();
  expect(p1363FromDer(Buffer.concat([der, Buffer.of(0)]))).toBeNull();
  for (const at of [0, 1, 2, 3]) {
    const changed = Uint8Array.from(der);
    changed[at] = (changed[at] ?? 0) ^ 0x01;
    expect(p1363FromDer(changed)).toBeNull();
  }
  expect(p1363FromDer(Uint8Array.from([0x30, 38, 2, 33, ...Array<number>(33).fill(1), 2, 1, 9]))).toBeNull();
});
