// KMS answers ECDSA signatures, and notes carry them, as a DER sequence of two integers (RFC 3279 2.2.3); our signers give r and s side by
// side (IEEE P1363). Only P-256: each of the two has 32 bytes at most.

const HALF = 32; // bytes of r and of s
const SEQUENCE = 0x30;
const INTEGER = 0x02;

export function derFromP1363(signature: Uint8Array): Uint8Array {
  const integers = [signature.subarray(0, HALF), signature.subarray(HALF)].map(integer);
  const body = Buffer.concat(integers);
  return Buffer.concat([Buffer.from([SEQUENCE, body.length]), body]);
}

/** Null for anything but the one DER encoding of two numbers of at most 32 bytes. */
export function p1363FromDer(der: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(der.buffer, der.byteOffset, der.byteLength);
  const lengthOfR = bytes[3] ?? 0;
  const lengthOfS = bytes[5 + lengthOfR] ?? 0;
  const [r, s] = [bytes.subarray(4, 4 + lengthOfR), bytes.subarray(6 + lengthOfR, 6 + lengthOfR + lengthOfS)];
  const signature = Buffer.concat([r, s].map((number) => Buffer.concat([Buffer.alloc(HALF), number]).subarray(-HALF)));
  return bytes.equals(derFromP1363(signature)) ? signature : null;
}

/** As short as it can be, with a zero in front where it would read as a negative number (X.690 8.3). */
function integer(number: Uint8Array): Buffer {
  let start = 0;
  while (start < number.length - 1 && number[start] === 0) start += 1;
  const digits = number.subarray(start);
  const value = (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), digits]) : digits;
  return Buffer.concat([Buffer.from([INTEGER, value.length]), value]);
}
