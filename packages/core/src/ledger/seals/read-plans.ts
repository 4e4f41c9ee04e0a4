import { sha256 } from '../../canonical/digest.ts';
import { readObject } from '../look-up/read-object.ts';
import { ConfigurationError, TamperedError, UnavailableError } from '../../outcomes/failure.ts';
import type { ObjectKey, ObjectStore, VersionId } from '../../ports/object-store.ts';
import { parsePlan, type PlacedPlan } from './plan.ts';
import { parseSealKey, planKey, PLANS_PREFIX } from './seal-layout.ts';

/** The newest plan of a log; null: nothing was ever sealed. TamperedError `seal/hidden`, `seal/plan`. */
export async function newestPlan(store: ObjectStore): Promise<PlacedPlan | null> {
  const newest = await newestPlanNumber(store);
  return newest === 0 ? null : readPlan(store, newest);
}

/** By the listing alone; 0: nothing was ever sealed. TamperedError `seal/hidden`, `seal/plan`. */
export async function newestPlanNumber(store: ObjectStore): Promise<number> {
  let newest = 0;
  for await (const { key, kind, newest: isNewest } of store.listVersions(PLANS_PREFIX)) {
    const parsed = parseSealKey(key);
    if (parsed?.kind !== 'plan') continue;
    if (kind === 'marker' || !isNewest)
      throw tampered('seal/hidden', key, 'a plan that was created once', 'a delete marker, or a second version');
    if (parsed.n !== newest + 1) throw tampered('seal/plan', key, `plan ${newest + 1} before it`, 'a gap');
    newest = parsed.n;
  }
  return newest;
}

/** UnavailableError `seal/unreadable`, TamperedError `seal/plan`. */
export async function readPlan(store: ObjectStore, n: number): Promise<PlacedPlan> {
  const key = planKey(n);
  const bytes = await readSealObject(store, key);
  if (bytes === null) throw tampered('seal/plan', key, 'the plan that the listing showed', 'nothing');
  return placedPlan(bytes, n);
}

/** TamperedError `seal/plan`. */
export function placedPlan(bytes: Uint8Array, n: number): PlacedPlan {
  const plan = parsePlan(bytes);
  if (plan?.n === n) return { plan, digest: sha256(bytes) };
  throw tampered('seal/plan', planKey(n), 'a plan as a sealer writes it', `other bytes, ${sha256(bytes)}`);
}

/** Null: there is none. TamperedError `seal/hidden`; UnavailableError `seal/unreadable`. */
export function readSealObject(store: ObjectStore, key: ObjectKey, version: VersionId | null = null): Promise<Uint8Array | null> {
  return readObject(store, key, { version, codes: { hidden: 'seal/hidden', unreadable: 'seal/unreadable' } });
}

/** ConfigurationError `seal/origin`: one ledger has one log. */
export function requireOrigin(origin: string, { plan }: PlacedPlan): void {
  if (plan.origin === origin) return;
  throw new ConfigurationError('seal/origin', {
    expected: `the origin that this log has had from its first seal on, ${plan.origin}`,
    found: origin,
    at: planKey(plan.n),
    doThis: 'Name the same origin again: whoever verifies has pinned it.',
  });
}

type Code = 'seal/hidden' | 'seal/plan' | 'seal/mismatch';

export function tampered(code: Code, at: string, expected: string, found: string): TamperedError {
  return new TamperedError(code, {
    expected,
    found,
    at,
    doThis: 'Nothing was signed or proven. Run "proofrail verify" and find out who else may write to the ledger.',
  });
}

export function unreadable(at: string, found: string): UnavailableError {
  return new UnavailableError('seal/unreadable', {
    expected: 'an object that is there',
    found,
    at,
    doThis: 'Give this role permission to read the ledger (s3:GetObject and kms:Decrypt), or run it again.',
  });
}
