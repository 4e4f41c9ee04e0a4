import { sha256Of } from '../../canonical/digest.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { parseCheckpoint } from '../../tlog/checkpoint.ts';
import { bodyKey, CHECKPOINTS_PREFIX, FIRST_SEAL, parseSealKey, type ParsedSealKey } from '../seals/seal-layout.ts';
import type { NamedCheckpoint } from '../stored/named-checkpoint.ts';

/** As many as a bucket gives at a time: some 250 seals, with their signatures and time-stamps. */
const PAGE = 1_000;
/** Seals ahead of the newest known one at which a longer log is looked for, all at once: years of hourly seals take some ten turns. */
const JUMPS = [0, 200, 1_000, 5_000, 25_000];

type Listed = Exclude<ParsedSealKey, { readonly kind: 'tile' }>;

const known = new WeakMap<ObjectStore, Promise<NamedCheckpoint | null>>();

/**
 * The newest signed checkpoint of a ledger, read once for each opened store. Whoever writes does not verify it: a record says what its
 * writer was shown, and a verifier holds that against the log. Never fails; null where nothing is sealed or nothing can be read, because
 * no evidence may be lost for want of a seal.
 */
export function knownCheckpoint(store: ObjectStore): Promise<NamedCheckpoint | null> {
  const asked = known.get(store) ?? newestCheckpoint(store).catch(() => null);
  known.set(store, asked);
  return asked;
}

async function newestCheckpoint(store: ObjectStore): Promise<NamedCheckpoint | null> {
  const listed = await newestSeals(store);
  const signed = new Set(listed.flatMap(({ kind, n }) => (kind === 'signature' ? [n] : [])));
  const n = listed.findLast((one) => one.kind === 'body' && signed.has(one.n))?.n;
  const body = n === undefined ? null : await store.read(bodyKey(n));
  const checkpoint = body?.kind === 'found' ? parseCheckpoint(Buffer.from(body.bytes).toString()) : null;
  if (checkpoint === null || checkpoint.size === 0) return null;
  return { size: checkpoint.size, root: sha256Of(checkpoint.root) };
}

/** The last page of the listing of all checkpoints. They are numbered without gaps, so that pages can be passed over. */
async function newestSeals(store: ObjectStore): Promise<readonly Listed[]> {
  let page = await pageFrom(store, FIRST_SEAL);
  let reached = 0;
  while (page.length === PAGE && newestIn(page) > reached) {
    reached = newestIn(page);
    const pages = await Promise.all(JUMPS.map((jump) => pageFrom(store, reached + jump)));
    page = pages.findLast((one) => newestIn(one) >= reached) ?? page;
  }
  return page;
}

/** With the two seals before: the newest one may not be signed yet. */
async function pageFrom(store: ObjectStore, n: number): Promise<readonly Listed[]> {
  const page: Listed[] = [];
  const after = n <= FIRST_SEAL + 2 ? {} : { after: bodyKey(n - 3) };
  for await (const { key, kind } of store.listVersions(CHECKPOINTS_PREFIX, { ...after, most: PAGE })) {
    const parsed = parseSealKey(key);
    if (kind === 'data' && parsed !== null && parsed.kind !== 'tile') page.push(parsed);
    if (page.length === PAGE) break;
  }
  return page;
}

const newestIn = (page: readonly Listed[]): number => page.at(-1)?.n ?? 0;
