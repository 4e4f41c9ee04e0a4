import type { AcknowledgedFinding } from '@proofrail/core/ledger';
import { worstOutcome, type CheckOutcome } from '@proofrail/core/outcomes';
import { checkTrail, type CheckedTrail } from './check-trail.ts';
import { judgeEvent } from './judge-event.ts';
import type { LedgerObject, LedgerPlace } from './ledger-place.ts';
import { lengthenedLocks, type HoldsStill, type SetLock } from './lengthened-locks.ts';
import { LEDGER_UNVERIFIED, type RecordedReasons, type UnverifiedLedger } from './recorded-reasons.ts';
import { reconcileWrites, type ReconciledWrites, type SeenWrite } from './reconcile-writes.ts';
import { deedOf, type TrailEvent } from './trail-event.ts';
import type { TrailFiles } from './trail-files.ts';
import { outcomeOfTrail, trailFinding, type TrailFinding } from './trail-finding.ts';
import type { TrailScope } from './trail-scope.ts';

export interface TrailTask {
  readonly files: TrailFiles;
  readonly scope: TrailScope;
  readonly place: LedgerPlace;
  readonly objects: readonly LedgerObject[];
  /** Asked only where the lock of an object was set anew. */
  readonly holdsStill: HoldsStill;
  /** Asked only where something needs a reason. Null: nobody's records count, because nobody said whose. */
  readonly reasons: (() => Promise<RecordedReasons | UnverifiedLedger>) | null;
  /** Acknowledged findings no longer decide the outcome. They stay in the list. */
  readonly acceptAcknowledged: boolean;
}

export interface TrailVerification {
  /** `allow`: the trail is whole, and everything in it stands in the ledger. Never that where nothing was checked: then `invalid`. */
  readonly outcome: CheckOutcome;
  readonly trail: Omit<CheckedTrail, 'findings'>;
  readonly writes: Omit<ReconciledWrites, 'findings'>;
  /** What somebody wanted to do to the ledger, and AWS refused. No findings. */
  readonly attempts: readonly TrailEvent[];
  /** Locks that were set anew and can only have become longer: the work of the keeper. */
  readonly lengthened: number;
  /** Changes of keys that a record of kind `key.event` stands for. */
  readonly explained: number;
  /** First what is wrong with the trail, then what it says, in the order of time. */
  readonly findings: readonly TrailFinding[];
}

/** Checks the trail, then holds what it says against the ledger. */
export async function verifyTrail(task: TrailTask): Promise<TrailVerification> {
  const writes: SeenWrite[] = [];
  const deeds: (readonly [TrailFinding, TrailEvent])[] = [];
  const attempts: TrailEvent[] = [];
  const locks: SetLock[] = [];
  const { findings, ...trail } = await checkTrail(task.files, task.scope, (event) => {
    if (event.time < (task.scope.since ?? 0)) return;
    const judged = judgeEvent(event, task.place);
    if (judged.kind === 'write') writes.push(seenWrite(judged.key, event));
    else if (judged.kind === 'lock') locks.push(judged.set);
    else if (judged.kind === 'finding') deeds.push([judged.finding, event]);
    else if (judged.kind === 'attempt') attempts.push(event);
  });
  const { findings: unmatched, ...matched } = reconcileWrites(task.objects, writes, trail.covered);
  const { lengthened, others } = await lengthenedLocks(locks, task.objects, task.holdsStill);
  for (const { finding, event } of others) deeds.push([finding, event]);
  const needsReason = findings.length + deeds.length + unmatched.length > 0;
  const said = needsReason ? ((await task.reasons?.()) ?? null) : null;
  const [reasons, unheard] = said !== null && 'unverified' in said ? [null, [unverified(said)]] : [said, []];
  const unexplained = deeds.filter(([, event]) => reasons?.explains(event) !== true);
  const all = [...findings, ...unheard, ...[...unexplained.map(([finding]) => finding), ...unmatched].sort(byTime)];
  const judged = all.map((finding) => withAcknowledgement(finding, reasons?.acknowledged ?? new Map()));
  return {
    outcome: outcomeFor(judged, { ...trail, ...matched }, task.acceptAcknowledged),
    trail,
    writes: matched,
    attempts,
    lengthened,
    explained: deeds.length - unexplained.length,
    findings: judged,
  };
}

const unverified = ({ unverified: outcome, ledger }: UnverifiedLedger): TrailFinding =>
  trailFinding(
    outcome === 'tampered' ? 'altered' : 'unreadable',
    LEDGER_UNVERIFIED,
    ledger,
    'The ledger itself does not verify, so that no record in it gives a reason: "proofrail verify" says why.',
  );

function seenWrite(key: string, event: TrailEvent): SeenWrite {
  const version = event.response['x-amz-version-id'];
  return { key, version: typeof version === 'string' ? version : null, event: deedOf(event) };
}

const byTime = (a: TrailFinding, b: TrailFinding): number => (a.event?.time ?? Infinity) - (b.event?.time ?? Infinity) || 0;

const withAcknowledgement = (finding: TrailFinding, acknowledged: ReadonlyMap<string, AcknowledgedFinding>): TrailFinding => ({
  ...finding,
  acknowledged: acknowledged.get(finding.digest) ?? null,
});

/** A prefix with a typing error holds no ledger, and a trail has nothing against it. */
function outcomeFor(
  findings: readonly TrailFinding[],
  { covered, objects, outside }: Pick<CheckedTrail, 'covered'> & Pick<ReconciledWrites, 'objects' | 'outside'>,
  accept: boolean,
): CheckOutcome {
  const isNothing = covered === null || objects + outside === 0;
  const counting = findings.filter(({ acknowledged }) => !(accept && acknowledged !== null));
  return worstOutcome([...(isNothing ? [] : (['allow'] as const)), ...counting.map(outcomeOfTrail)]);
}
