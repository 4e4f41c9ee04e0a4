/** Order of the P-256 group (SEC 2, 2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

// With (r, s) also (r, n - s) verifies, and anybody can compute it: a stranger could store a second record that its author seems to
// have signed. As in BIP 62 only the smaller s counts.

/** The P-256 signature (r ‖ s, 64 bytes) with the smaller of its two values of s. */
export function withLowS(signature: Uint8Array): Uint8Array {
  if (hasLowS(signature)) return signature;
  const hex = (ORDER - sOf(signature)).toString(16).padStart(64, '0');
  const low = Uint8Array.from(signature);
  low.set(Buffer.from(hex, 'hex'), 32);
  return low;
}

export function hasLowS(signature: Uint8Array): boolean {
  return sOf(signature) <= ORDER / 2n;
}

function sOf(signature: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex')}`);
}
