import { Gathering, placedRecord, type GatheredRecords, type PlacedRecord, type ReportSelection } from '@proofrail/audit';
import { recordOf, type EvidenceRecord } from '@proofrail/core/evidence';
import {
  outcomeOf,
  StreamReading,
  type Finding,
  type LedgerRecord,
  type OpenedRecord,
  type ReadOptions,
} from '@proofrail/core/ledger';
import { sealedBeforeThefts, type Verification } from '@proofrail/core/verification';
import { Failure } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';
import { checkedUpTo } from './checked-up-to.ts';
import { FoundSince } from './found-since.ts';

export interface ReadRecords extends GatheredRecords {
  /** What is wrong with records that the verification found nothing wrong with. */
  readonly findings: readonly Finding[];
}

/**
 * Every record of the period that verifies, and what belongs to one, in the order of the ledger. What does not verify is left out: the
 * verification names it, or the findings do. UnavailableError `ledger/finding` for what it could read and this second reading cannot.
 */
export async function readRecords(
  store: ObjectStore,
  verification: Verification,
  trusted: Pick<ReadOptions, 'trust' | 'attachments'>,
  period: Pick<ReportSelection, 'from' | 'to'>,
): Promise<ReadRecords> {
  const gathering = new Gathering(period);
  const since = new FoundSince(verification);
  const sealed = await sealTimes(store, verification, trusted, since);
  const read: ReadBefore[] = [];
  let first = 0;
  for (const { stream } of verification.streams) {
    let isRight = true;
    const onFinding = (one: Finding) => {
      isRight = false;
      since.note(one);
    };
    const reading = await StreamReading.open(store, stream, { ...trusted, sealed, onFinding });
    await gather({ first, reading }, gathering, isRight ? checkedUpTo({ reading, stream }, verification) : 0);
    read.push({ first, reading });
    first += reading.size;
  }
  const gathered = await gathering.finish((number) => readAgain(read, number));
  return { ...gathered, findings: since.findings };
}

/** As the verification had them: where it asked no seals, what a stolen key signed has nothing on its side here either. */
function sealTimes(
  store: ObjectStore,
  { seal }: Verification,
  trusted: Pick<ReadOptions, 'trust'>,
  since: FoundSince,
): ReturnType<typeof sealedBeforeThefts> {
  const onFinding = (one: Finding): void => {
    if (outcomeOf(one) === 'unavailable') since.note(one); // what else is wrong with seals the verification said
  };
  return sealedBeforeThefts(store, seal.state === 'not-checked' ? {} : trusted, { onFinding });
}

/** The records of a stream, numbered through the whole ledger. */
interface ReadBefore {
  /** Number of the first. */
  readonly first: number;
  readonly reading: StreamReading;
}

/** Up to slot `checked` the signatures are known to be right: of a record outside of the period none is checked twice. */
async function gather({ first, reading }: ReadBefore, gathering: Gathering, checked: number): Promise<void> {
  const opened = new WeakMap<OpenedRecord['statement'], { readonly record: EvidenceRecord; readonly number: number }>();
  const records = reading.records((placed, { slot }, number) => {
    const record = meaningOf(placed);
    opened.set(placed.statement, { record, number: first + number });
    if (slot > checked || gathering.isOfPeriod({ placed, record })) return true;
    gathering.leave({ placed, record }, first + number);
    return false;
  });
  for await (const placed of records) {
    const { record, number } = opened.get(placed.statement) ?? never();
    if (gathering.isOfPeriod({ placed, record })) gathering.keep(pageRecord(reading, placed, record), number);
    else gathering.leave({ placed, record }, number);
  }
}

async function readAgain(read: readonly ReadBefore[], number: number): Promise<PlacedRecord | null> {
  const { first, reading } = read.findLast((one) => one.first <= number) ?? never();
  const placed = await reading.recordAt(number - first);
  return placed === null ? null : pageRecord(reading, placed, meaningOf(placed));
}

const pageRecord = (reading: StreamReading, placed: LedgerRecord, record: EvidenceRecord): PlacedRecord =>
  placedRecord(placed, record, reading.slotDigest(placed.slot));

/** A signed record whose fields are not what its kind says is shown as one that cannot be read, never dropped. */
function meaningOf({ statement, name }: OpenedRecord): EvidenceRecord {
  try {
    return recordOf(statement, name);
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return { kind: 'unrecognised', predicateType: statement.predicateType, subject: statement.subject };
  }
}

function never(): never {
  throw new RangeError('a record that was not read before');
}
