import { putSurely } from '../../../ledger/append/put-surely.ts';
import type { TimeAuthority } from '../../../ports/time-authority.ts';
import { timestampKey, timestampPrefix } from '../../../ledger/seals/seal-layout.ts';
import type { Sealer } from '../sealer.ts';
import { gapOf, type Gap } from './gap.ts';

const NONCE_BYTES = 16;

/**
 * Has time authorities say that the body of a seal exists by now. A token is stored under the key that signed it, so an authority is
 * asked again only while there are fewer tokens than authorities; one that lies there already stays.
 */
export async function stampCheckpoint(sealer: Sealer, n: number, body: string): Promise<readonly Gap[]> {
  const { authorities = [] } = sealer.outsiders ?? {};
  if (authorities.length === 0 || (await storedTokens(sealer, n)) >= authorities.length) return [];
  const answers = await Promise.all(authorities.map((one) => stamp(sealer, one, n, Buffer.from(body))));
  return answers.filter((gap) => gap !== null);
}

async function stamp(sealer: Sealer, authority: TimeAuthority, n: number, body: Buffer): Promise<Gap | null> {
  const { openTimestamp, isTimestampProblem, signerOf, timestampRequest } = await import('../../../timestamp/index.ts');
  const nonce = Buffer.from(sealer.outsiders?.draw(NONCE_BYTES) ?? []);
  const code = 'seal/no-timestamp';
  try {
    const reply = await authority.stamp(timestampRequest(body, nonce));
    const opened = openTimestamp(reply, body);
    if (isTimestampProblem(opened)) return { code, by: authority.name, why: opened };
    if (opened.nonce === null || !sameNumber(opened.nonce, nonce)) return { code, by: authority.name, why: 'timestamp/nonce' };
    await putSurely(sealer, timestampKey(n, signerOf(opened)), reply);
    return null;
  } catch (cause) {
    return gapOf(code, authority.name, cause);
  }
}

async function storedTokens({ store }: Sealer, n: number): Promise<number> {
  let count = 0;
  for await (const { kind } of store.listVersions(timestampPrefix(n))) if (kind === 'data') count += 1;
  return count;
}

/** An INTEGER is written as short as it can be, with a zero in front where it would be negative. */
const sameNumber = (a: Buffer, b: Buffer): boolean => BigInt(`0x${a.toString('hex')}`) === BigInt(`0x${b.toString('hex')}`);
