import { createECDH, type KeyObject } from 'node:crypto';

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n; // of the P-256 group (SEC 2, 2.4.2)

/**
 * ECDSA (SEC 1, 4.1.3) over a digest that somebody else made, DER. Node signs messages only, and hashes what it is given: handed a
 * digest it would sign the digest of the digest, which is the mistake that moto makes.
 */
export function ecdsaOverDigest(privateKey: KeyObject, digest: Buffer): Buffer {
  const secret = numberOf(Buffer.from(String(privateKey.export({ format: 'jwk' }).d), 'base64url'));
  const nonce = createECDH('prime256v1');
  const point = nonce.generateKeys(); // 04 ‖ x ‖ y
  const k = numberOf(nonce.getPrivateKey());
  const r = numberOf(point.subarray(1, 33)) % ORDER;
  const s = (inverse(k) * (numberOf(digest) + r * secret)) % ORDER;
  return sequenceOf(r, s);
}

const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);

/** By Fermat: the order is a prime. */
function inverse(value: bigint): bigint {
  let result = 1n;
  for (let base = value % ORDER, exponent = ORDER - 2n; exponent > 0n; exponent >>= 1n) {
    if ((exponent & 1n) === 1n) result = (result * base) % ORDER;
    base = (base * base) % ORDER;
  }
  return result;
}

function sequenceOf(...numbers: readonly bigint[]): Buffer {
  const body = Buffer.concat(numbers.map(integerOf));
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

/** As short as its sign allows (X.690, 8.3.2). */
function integerOf(number: bigint): Buffer {
  const hex = number.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const padded = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
  return Buffer.concat([Buffer.from([0x02, padded.length]), padded]);
}
