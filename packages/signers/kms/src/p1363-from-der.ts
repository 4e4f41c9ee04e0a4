const HALF = 32; // bytes of r and of s on P-256

/** The 64 bytes r ‖ s of IEEE P1363 from the SEQUENCE of two INTEGERs of RFC 3279 2.2.3, as KMS answers; null: it is none on P-256. */
export function p1363FromDer(der: Uint8Array): Uint8Array | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null;
  const r = leadingInteger(der.subarray(2));
  const s = r === null ? null : leadingInteger(der.subarray(4 + r.length));
  if (r === null || s === null || 6 + r.length + s.length !== der.length) return null;
  const signature = new Uint8Array(2 * HALF);
  return placed(signature, r, HALF) && placed(signature, s, 2 * HALF) ? signature : null;
}

/** Content of the INTEGER that the bytes begin with. */
function leadingInteger(bytes: Uint8Array): Uint8Array | null {
  const length = bytes[1] ?? 0;
  return bytes[0] === 0x02 && length > 0 && length + 2 <= bytes.length ? bytes.subarray(2, 2 + length) : null;
}

/** False: too large. DER leaves out zeros in front, and adds one where the first bit would mean a minus sign. */
function placed(signature: Uint8Array, integer: Uint8Array, end: number): boolean {
  const digits = integer[0] === 0 ? integer.subarray(1) : integer;
  if (digits.length > HALF) return false;
  signature.set(digits, end - digits.length);
  return true;
}
