import { CLOCK_TOLERANCE } from '../../ledger/verify/checks/bracket-check.ts';
import { inBatches } from '../../concurrency/in-batches.ts';
import { recordKey, type RecordName } from '../../ledger/layout.ts';
import { follows, type Plan } from '../../ledger/seals/plan.ts';
import { readPlan, tampered } from '../../ledger/seals/read-plans.ts';
import { FIRST_SEAL, planKey } from '../../ledger/seals/seal-layout.ts';
import type { StreamId } from '../../ledger/stream-id.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { handedOn, handsOn } from '../slots/handed-on.ts';
import type { PlanContents } from '../slots/plan-contents.ts';
import type { Sealer } from './sealer.ts';

/**
 * A plan of somebody else is finished only where this sealer would have planned the same. Otherwise anybody who may write there could have
 * the log key sign a floor above which no record is adopted, or a time still to come; and what is sealed stays for good. TamperedError
 * `seal/plan`, `seal/hidden`; UnavailableError `seal/unreadable`.
 */
export async function requireTruePlan({ store, clock }: Sealer, plan: Plan, { floors }: PlanContents): Promise<void> {
  const { n, sealed_at: at, streams } = plan;
  const previous = n === FIRST_SEAL ? null : await readPlan(store, n - 1);
  if (!follows(plan, previous)) throw tampered('seal/plan', planKey(n), 'a plan that follows the one before', 'another one');
  const latest = clock.now() + CLOCK_TOLERANCE;
  if (at > latest) throw tampered('seal/plan', planKey(n), `a time up to ${iso(latest)}`, iso(at));
  const earlier = new Map(previous?.plan.streams.map((one) => [one.stream, one]));
  for (const sealed of streams) {
    const { stream, adopted } = sealed;
    const expected = handedOn(earlier.get(stream) ?? null, floors.get(stream) ?? null, adopted);
    if (!handsOn(sealed, expected)) {
      const what = `floor ${expected.floor} of stream ${stream} and ${expected.known.length} known records, as its slots and plans have them`;
      throw tampered('seal/plan', planKey(n), what, `floor ${sealed.floor} and ${sealed.known.length} known`);
    }
    await requireThere(store, n, stream, adopted);
  }
}

/** What is adopted is known from then on, whether it lies there or not. */
async function requireThere(store: ObjectStore, n: number, stream: StreamId, adopted: readonly RecordName[]): Promise<void> {
  const ask = (some: readonly RecordName[]) => Promise.all(some.map((name) => isThere(store, stream, name)));
  for await (const batch of inBatches(adopted, ask)) {
    const lost = batch.find(([, there]) => !there);
    if (lost !== undefined)
      throw tampered('seal/plan', planKey(n), `records to adopt that lie in stream ${stream}`, `${lost[0]}, which does not`);
  }
}

/** In any version: a marker that somebody puts over one in between must not stop the sealers. */
async function isThere(store: ObjectStore, stream: StreamId, name: RecordName): Promise<boolean> {
  const key = recordKey(stream, name);
  for await (const version of store.listVersions(key)) if (version.key === key && version.kind === 'data') return true;
  return false;
}

const iso = (at: number): string => new Date(at).toISOString();
