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
import type { Verification } from '@proofrail/core/verification';
import { Failure, UnavailableError } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';
import { checkedUpTo } from './checked-up-to.ts';

/**
 * Every record of the period that verifies, and what belongs to one, in the order of the ledger. What does not verify is left out here:
 * the verification names it, and the report shows its findings first. UnavailableError `ledger/finding` for what it could read and this
 * second reading cannot: a page that leaves it out would look whole.
 */
export async function readRecords(
  store: ObjectStore,
  verification: Verification,
  trusted: Pick<ReadOptions, 'trust' | 'attachments'>,
  period: Pick<ReportSelection, 'from' | 'to'>,
): Promise<GatheredRecords> {
  const gathering = new Gathering(period);
  const read: ReadBefore[] = [];
  let first = 0;
  for (const { stream } of verification.streams) {
    let isRight = true;
    const onFinding = (one: Finding) => {
      isRight = false;
      requireNamed(one, verification);
    };
    const reading = await StreamReading.open(store, stream, { ...trusted, onFinding });
    await gather({ first, reading }, gathering, isRight ? checkedUpTo({ reading, stream }, verification, trusted.trust) : 0);
    read.push({ first, reading });
    first += reading.size;
  }
  return gathering.finish((number) => readAgain(read, number));
}

function requireNamed(one: Finding, { findings }: Verification): void {
  if (outcomeOf(one) !== 'unavailable' || findings.some(({ key }) => key === one.key)) return;
  throw new UnavailableError('ledger/finding', {
    expected: 'what could be read when it was verified a moment ago',
    found: `${one.code}: ${one.detail}`,
    at: one.key,
    doThis: 'Run it again: no page was written, as it would lack this.',
  });
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
