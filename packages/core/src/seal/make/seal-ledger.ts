import { sha256 } from '../../canonical/digest.ts';
import { ConfigurationError, UnavailableError } from '../../outcomes/failure.ts';
import { putSurely } from '../../ledger/append/put-surely.ts';
import { listStreams } from '../../ledger/look-up/list-streams.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { finishEarlierSeal, finishSeal, type SignedCheckpoint } from './finish-seal.ts';
import { makePlan } from '../survey/make-plan.ts';
import { askOutsiders, gapNotices } from './outside/ask-outsiders.ts';
import type { Gap } from './outside/gap.ts';
import { formatPlan, parsePlan, type PlacedPlan, type Plan } from '../../ledger/seals/plan.ts';
import { newestPlan, placedPlan, requireOrigin } from '../../ledger/seals/read-plans.ts';
import { planKey, PLANS_PREFIX } from '../../ledger/seals/seal-layout.ts';
import type { Sealer } from './sealer.ts';

export interface Sealed {
  readonly plan: Plan;
  readonly checkpoint: SignedCheckpoint;
  /** How many records this seal added. */
  readonly records: number;
  /** Who outside was asked to vouch for it, and did not. */
  readonly gaps: readonly Gap[];
}

const MOST_LOSSES = 16; // sealers run on a schedule: more than two at a time is a mistake

/**
 * Seals everything that a ledger holds by now, and says so even when nothing changed: a heartbeat. Plan first, because under a lock
 * nothing can be taken back; whoever finds the number taken helps to finish that seal, and goes on only if it leaves something out.
 * TamperedError `seal/...`, `ledger/hidden`; UnavailableError; ConfigurationError `seal/nothing`, `seal/origin`, `seal/key-of-writer`.
 */
export async function sealLedger(sealer: Sealer): Promise<Sealed> {
  const { store, key, clock } = sealer;
  const origin = key.name;
  let previous = await newestPlan(store);
  if (previous !== null) requireOrigin(origin, previous);
  let before = previous === null ? null : await finishEarlierSeal(sealer, previous);
  const missing =
    previous === null || before === null ? [] : await askOutsiders(sealer, previous.plan.n, before, { isAgain: true });
  const gaps = gapNotices(previous?.plan.n ?? 0, missing);
  for (let attempt = 0; attempt < MOST_LOSSES; attempt++) {
    const own = await makePlan({ ...sealer, previous, now: clock.now(), gaps: attempt === 0 ? gaps : [] });
    if (previous === null && own.streams.length === 0) throw nothingToSeal();
    const { placed, isOurs } = await placePlan(sealer, own);
    const checkpoint = await finishSeal(sealer, placed, { before, isOurs });
    const records = checkpoint.size - (before?.size ?? 0) - 1; // one entry is the plan
    if (isOurs || covers(placed.plan, own)) {
      const { plan } = placed;
      return { plan, checkpoint, records, gaps: await askOutsiders(sealer, plan.n, checkpoint) };
    }
    [previous, before] = [placed, checkpoint];
  }
  throw new UnavailableError('seal/contended', {
    expected: `a number for this seal within ${MOST_LOSSES} attempts`,
    found: 'every one taken by other sealers',
    at: planKey((previous?.plan.n ?? 0) + 1),
    doThis: 'Let one schedule seal; what was sealed meanwhile is sealed.',
  });
}

/** The name that a log has had from its first seal on; null: there is none yet. */
export async function originOfLog(store: ObjectStore): Promise<string | null> {
  return (await newestPlan(store))?.plan.origin ?? null;
}

/**
 * For whoever writes to a ledger before it is sealed: a mistyped name must not become one. ConfigurationError `seal/nothing` where there is
 * neither a stream nor an earlier seal.
 */
export async function requireSealable(store: ObjectStore): Promise<void> {
  if ((await listStreams(store)).length > 0) return;
  for await (const _ of store.listVersions(PLANS_PREFIX, { most: 1 })) return;
  throw nothingToSeal();
}

const nothingToSeal = (): ConfigurationError =>
  new ConfigurationError('seal/nothing', {
    expected: 'a ledger that holds a record, or was sealed before',
    found: 'nothing: no stream, no slot, no seal',
    at: PLANS_PREFIX,
    doThis: 'Nothing was sealed. Check the URI of the ledger; seal it once something was recorded.',
  });

async function placePlan(sealer: Sealer, own: Plan): Promise<{ placed: PlacedPlan; isOurs: boolean }> {
  const bytes = formatPlan(own);
  if (parsePlan(bytes) === null)
    throw new RangeError(`no sealer could read plan ${own.n} again, and what lies there stays for good`);
  const answer = await putSurely(sealer, planKey(own.n), bytes);
  if (answer.kind === 'ours') return { placed: { plan: own, digest: sha256(bytes) }, isOurs: true };
  const placed = placedPlan(answer.bytes, own.n);
  requireOrigin(own.origin, placed);
  return { placed, isOurs: false };
}

/** Whether a plan holds all that another one would add. */
function covers(plan: Plan, other: Plan): boolean {
  const held = new Map(plan.streams.map((one) => [one.stream, one]));
  return other.streams.every(({ stream, to, adopted }) => {
    const one = held.get(stream);
    return one !== undefined && one.to >= to && adopted.every((name) => one.adopted.includes(name));
  });
}
