import type { ObjectKey } from '../../../ports/object-store.ts';
import { counted } from '../../../text/counted.ts';
import { recordKey, type RecordName } from '../../layout.ts';
import type { StreamId } from '../../stream-id.ts';
import { finding, type Finding } from '../finding.ts';
import type { Kept, RightRecord } from '../inspect/inspector.ts';
import { DAY, lockProblem, locksUntil } from './badly-kept.ts';
import { longerLock, type DaysByKind, type LongerLock } from './longer-lock.ts';

/** A keeper comes on a schedule, and the lock that the bucket gives holds meanwhile: one that has stopped is missed after so long. */
const PATIENCE = 31 * DAY;

/** Kinds of evidence that have to be locked for longer than all. */
export interface LongerKinds {
  readonly days: DaysByKind;
  /** UTC milliseconds: how old a record is. */
  readonly now: number;
}

/** Holds the locks of records whose kind is kept longer, and of the documents that they name, to that. */
export class LongerCheck {
  readonly findings: Finding[] = [];
  /** Records that a keeper may still come for. */
  waiting = 0;
  readonly #stream: StreamId;
  readonly #kinds: LongerKinds | null;
  readonly #least: number;
  readonly #blobs = new Map<ObjectKey, LongerLock>();

  /** `kinds` null: nobody asks. `least`: for how many days everything has to be locked, which is held elsewhere. */
  constructor(stream: StreamId, kinds: LongerKinds | null, least: number) {
    this.#stream = stream;
    this.#kinds = kinds;
    this.#least = least;
  }

  visit(name: RecordName, right: Pick<RightRecord, 'longer' | 'blob'>): void {
    if (this.#kinds === null) return;
    const longer = longerLock(right, this.#kinds.days);
    if (longer === null) return;
    const { asked, kept } = longer;
    const isYoung = this.#kinds.now - kept.created < PATIENCE;
    if (!isYoung) this.#nameBlob(right.blob, asked);
    if (!this.#isShort(kept, asked)) return;
    if (isYoung) this.waiting += 1;
    else this.#add(recordKey(this.#stream, name), asked);
  }

  /** Once every record was visited. */
  visitBlob(key: ObjectKey, kept: Kept | null): void {
    const asked = this.#blobs.get(key);
    if (asked !== undefined && kept !== null && this.#isShort(kept, asked)) this.#add(key, asked);
  }

  /** Of records that name the same document, the one that asks for the longest. */
  #nameBlob(blob: ObjectKey | null, asked: LongerLock): void {
    if (blob !== null && asked.until > (this.#blobs.get(blob)?.until ?? 0)) this.#blobs.set(blob, asked);
  }

  /** What is too short for everything is a finding of its own. */
  #isShort(kept: Kept, { until }: LongerLock): boolean {
    return !locksUntil(kept.lock, until) && lockProblem(kept, this.#least) === null;
  }

  #add(key: ObjectKey, { kind, days }: LongerLock): void {
    const detail = `Nobody has lengthened its lock, and ${counted(days, 'day')} are asked for evidence of kind ${kind}.`;
    this.findings.push(finding({ kind: 'short', code: 'retention/short', stream: this.#stream, key, detail }));
  }
}
