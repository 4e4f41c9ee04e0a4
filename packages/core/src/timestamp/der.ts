// What little of DER (X.690) is written here. Reading is @sigstore/core's.

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  text: 0x0c,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** One object: tag, length in as few bytes as it takes, contents. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body]);
}

/** A number that is not negative, given big-endian. */
export function derInteger(bytes: Uint8Array): Buffer {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const digits = bytes.subarray(start);
  return der(TAG.integer, (digits[0] ?? 0) >= 0x80 ? Buffer.alloc(1) : Buffer.alloc(0), digits);
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const digits = Buffer.from(length.toString(16).padStart(length > 0xffff ? 6 : length > 0xff ? 4 : 2, '0'), 'hex');
  return [0x80 + digits.length, ...digits];
}
