import { putSurely } from '../../../ledger/append/put-surely.ts';
import { EarliestVersions } from '../../../ledger/stored/earliest-versions.ts';
import type { KeyId } from '../../../ports/key-id.ts';
import type { ObjectKey } from '../../../ports/object-store.ts';
import type { TimeAuthority } from '../../../ports/time-authority.ts';
import { parseSealKey, timestampKey, timestampPrefix } from '../../../ledger/seals/seal-layout.ts';
import { readSealObject } from '../../../ledger/seals/read-plans.ts';
import type { Sealer } from '../sealer.ts';
import { gapOf, type Gap } from './gap.ts';

const NONCE_BYTES = 16;

/** The body of a seal. `isAgain`: authorities were asked when it was made. */
interface Stampable {
  readonly n: number;
  readonly body: Buffer;
  readonly isAgain: boolean;
}

/**
 * Has time authorities say that the body of a seal exists by now. A token is stored under the key that signed it, which the sealer does
 * not know beforehand. So for a new seal each is asked, whatever lies there already: somebody else may have put it. Later they are asked
 * again only while there are fewer tokens than authorities.
 */
export async function stampCheckpoint(sealer: Sealer, seal: Stampable): Promise<readonly Gap[]> {
  const { authorities = [] } = sealer.outsiders ?? {};
  if (authorities.length === 0) return [];
  if (seal.isAgain && (await storedTokens(sealer, seal)) >= authorities.length) return [];
  const answers = await Promise.all(authorities.map((one) => stamp(sealer, one, seal)));
  return answers.filter((gap) => gap !== null);
}

async function stamp(sealer: Sealer, authority: TimeAuthority, { n, body }: Stampable): Promise<Gap | null> {
  const { openTimestamp, isTimestampProblem, signerOf, timestampRequest } = await import('../../../timestamp/index.ts');
  const nonce = Buffer.from(sealer.outsiders?.draw(NONCE_BYTES) ?? []);
  const code = 'seal/no-timestamp';
  const gap = (why: string): Gap => ({ code, by: authority.name, why });
  try {
    const reply = await authority.stamp(timestampRequest(body, nonce));
    const opened = openTimestamp(reply, body);
    if (isTimestampProblem(opened)) return gap(opened);
    if (opened.nonce === null || !sameNumber(opened.nonce, nonce)) return gap('timestamp/nonce');
    const signer = signerOf(opened);
    const placed = await putSurely(sealer, timestampKey(n, signer), reply);
    // What another sealer was given by the same key is as good.
    return placed.kind === 'ours' || (await isTokenOf(placed.bytes, body, signer)) ? null : gap('timestamp/taken');
  } catch (cause) {
    return gapOf(code, authority.name, cause);
  }
}

/** Tokens about the body, each by the key whose name it lies under. Anything else that lies there is a finding of `verify`. */
async function storedTokens({ store }: Sealer, { n, body }: Stampable): Promise<number> {
  const found = new EarliestVersions<ObjectKey>();
  for await (const object of store.listVersions(timestampPrefix(n))) found.enter(object.key, object);
  let count = 0;
  for (const [key, version] of found.versions) {
    const parsed = parseSealKey(key);
    if (parsed?.kind !== 'timestamp') continue;
    const token = await readSealObject(store, key, version);
    if (token !== null && (await isTokenOf(token, body, `sha256:${parsed.by}` as string as KeyId))) count += 1;
  }
  return count;
}

async function isTokenOf(token: Uint8Array, body: Uint8Array, signer: KeyId): Promise<boolean> {
  const { openTimestamp, isTimestampProblem, signerOf } = await import('../../../timestamp/index.ts');
  const opened = openTimestamp(token, body);
  return !isTimestampProblem(opened) && signerOf(opened) === signer;
}

/** An INTEGER is written as short as it can be, with a zero in front where it would be negative. */
const sameNumber = (a: Buffer, b: Buffer): boolean => BigInt(`0x${a.toString('hex')}`) === BigInt(`0x${b.toString('hex')}`);
