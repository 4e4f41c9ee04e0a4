import { hexOf, type Sha256 } from '../../canonical/digest.ts';
import type { KeyId } from '../../ports/key-id.ts';
import type { ObjectKey } from '../../ports/object-store.ts';
import { SEALS_PREFIX } from '../layout.ts';
import { parseTilePath, type TilePath } from '../../tlog/tile-path.ts';

// Where the objects of a seal lie. Each is created once: the plan, then what follows from it, then the body, then signatures over it.

export const PLANS_PREFIX = `${SEALS_PREFIX}plan/`;
export const CHECKPOINTS_PREFIX = `${SEALS_PREFIX}checkpoint/`;
/** Apart from the checkpoints, which every writer lists. */
const COUNTERSIGNED_PREFIX = `${SEALS_PREFIX}countersigned/`;
export const FIRST_SEAL = 1;

export type ParsedSealKey =
  | { readonly kind: 'plan' | 'body' | 'edge'; readonly n: number }
  | { readonly kind: 'signature' | 'cosignature' | 'timestamp' | 'countersigned'; readonly n: number; readonly by: string }
  | { readonly kind: 'tile'; readonly tile: TilePath };

const NUMBER = /^[0-9]{16}$/;
const CHECKPOINT = /^v1\/seals\/checkpoint\/([0-9]{16})(?:\.(edge|(?:sig|wit|tsr)\/([0-9a-f]{64})))?$/;
const COUNTERSIGNED = /^v1\/seals\/countersigned\/([0-9]{16})\/([0-9a-f]{64})$/;
const KINDS = { sig: 'signature', wit: 'cosignature', tsr: 'timestamp' } as const;

export const planKey = (n: number): ObjectKey => `${PLANS_PREFIX}${numbered(n)}` as ObjectKey;
/** The checkpoint without signatures. */
export const bodyKey = (n: number): ObjectKey => `${CHECKPOINTS_PREFIX}${numbered(n)}` as ObjectKey;
/** The right edge of the tree that the body is about: what the next seal grows on from. */
export const edgeKey = (n: number): ObjectKey => `${bodyKey(n)}.edge` as ObjectKey;
export const signatureKey = (n: number, by: KeyId): ObjectKey => `${bodyKey(n)}.sig/${hexId(by)}` as ObjectKey;
export const cosignatureKey = (n: number, by: KeyId): ObjectKey => `${bodyKey(n)}.wit/${hexId(by)}` as ObjectKey;
export const timestampPrefix = (n: number): string => `${bodyKey(n)}.tsr/`;
export const timestampKey = (n: number, by: KeyId): ObjectKey => `${timestampPrefix(n)}${hexId(by)}` as ObjectKey;
/** `by`: which work of countersigning is done up to this seal, as a digest. */
export const countersignedKey = (n: number, by: Sha256): ObjectKey =>
  `${COUNTERSIGNED_PREFIX}${numbered(n)}/${hexOf(by)}` as ObjectKey;
/** `path`: of a full tile or bundle, as tilePath and bundlePath give it. */
export const tileKey = (path: string): ObjectKey => `${SEALS_PREFIX}${path}` as ObjectKey;

/** What a key under SEALS_PREFIX means; null: nobody of ours would write it. Partial tiles are never stored. */
export function parseSealKey(key: string): ParsedSealKey | null {
  const tile = parseTilePath(key.slice(SEALS_PREFIX.length));
  if (tile !== null) return tile.width === 256 && key.startsWith(SEALS_PREFIX) ? { kind: 'tile', tile } : null;
  const plan = key.startsWith(PLANS_PREFIX) ? key.slice(PLANS_PREFIX.length) : '';
  if (NUMBER.test(plan)) return inRange({ kind: 'plan', n: Number(plan) });
  const [, seal, work] = COUNTERSIGNED.exec(key) ?? [];
  if (seal !== undefined && work !== undefined) return inRange({ kind: 'countersigned', n: Number(seal), by: work });
  const [, digits, behind, by = ''] = CHECKPOINT.exec(key) ?? [];
  if (digits === undefined) return null;
  const n = Number(digits);
  if (behind === undefined) return inRange({ kind: 'body', n });
  if (behind === 'edge') return inRange({ kind: 'edge', n });
  return inRange({ kind: KINDS[behind.slice(0, 3) as keyof typeof KINDS], n, by });
}

const inRange = <T extends Exclude<ParsedSealKey, { kind: 'tile' }>>(parsed: T): T | null =>
  parsed.n >= FIRST_SEAL && Number.isSafeInteger(parsed.n) ? parsed : null;

/** RangeError for anything but a whole number from FIRST_SEAL on. */
function numbered(n: number): string {
  if (!Number.isSafeInteger(n) || n < FIRST_SEAL) throw new RangeError(`no number of a seal: ${n}`);
  return String(n).padStart(16, '0');
}

const hexId = (id: KeyId): string => hexOf(id as string as Sha256);
