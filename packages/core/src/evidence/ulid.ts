// Crockford's base 32, without the letters I, L, O and U: ids are read out over the phone.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;
const RANDOM_BYTES = 10;

/** A source of random bytes; in tests a fixed one. */
export type Randomness = (bytes: number) => Uint8Array;

/**
 * 48 bits of time and 80 random bits as 26 characters that sort by time (the ULID specification, github.com/ulid/spec). Records are
 * ordered by the ledger, never by this.
 *
 * @param at milliseconds since 1970
 */
export function ulid(at: number, randomness: Randomness): string {
  const random = Buffer.from(randomness(RANDOM_BYTES)).toString('hex');
  return digits(BigInt(at), TIME_DIGITS) + digits(BigInt(`0x${random}`), (RANDOM_BYTES * 8) / 5);
}

function digits(value: bigint, count: number): string {
  const each = Array.from({ length: count }, (_, index) => DIGITS[Number((value >> BigInt(5 * (count - 1 - index))) & 31n)]);
  return each.join('');
}
