import type { ObjectKey } from '../../../ports/object-store.ts';
import { counted } from '../../../text/counted.ts';
import { recordKey, type RecordName } from '../../layout.ts';
import type { StreamId } from '../../stream-id.ts';
import { finding, type Finding } from '../finding.ts';
import type { Kept, RightRecord } from '../inspect/inspector.ts';
import { lockProblem, locksUntil } from './badly-kept.ts';

const DAY = 86_400_000;
/** A keeper comes on a schedule, and the lock that the bucket gives holds meanwhile: one that has stopped is missed after so long. */
const PATIENCE = 31 * DAY;

/** Kinds of evidence that have to be locked for longer than all. */
export interface LongerKinds {
  /** Kind → days. */
  readonly days: Readonly<Record<string, number>>;
  /** UTC milliseconds: how old a record is. */
  readonly now: number;
}

interface Asked {
  readonly kind: string;
  readonly days: number;
  /** UTC milliseconds. */
  readonly until: number;
}

/** Holds the locks of records whose kind is kept longer, and of the documents that they name, to that. */
export class LongerCheck {
  readonly findings: Finding[] = [];
  /** Records that a keeper may still come for. */
  waiting = 0;
  readonly #stream: StreamId;
  readonly #kinds: LongerKinds | null;
  readonly #least: number;
  readonly #blobs = new Map<ObjectKey, Asked>();

  /** `kinds` null: nobody asks. `least`: for how many days everything has to be locked, which is held elsewhere. */
  constructor(stream: StreamId, kinds: LongerKinds | null, least: number) {
    this.#stream = stream;
    this.#kinds = kinds;
    this.#least = least;
  }

  visit(name: RecordName, { longer, blob }: Pick<RightRecord, 'longer' | 'blob'>): void {
    const days = longer === null ? undefined : this.#kinds?.days[longer.kind];
    if (longer === null || longer.kept === null || days === undefined || this.#kinds === null) return;
    const { created } = longer.kept;
    const isYoung = this.#kinds.now - created < PATIENCE;
    const asked = { kind: longer.kind, days, until: created + days * DAY };
    if (blob !== null && !isYoung && asked.until > (this.#blobs.get(blob)?.until ?? 0)) this.#blobs.set(blob, asked);
    if (!this.#isShort(longer.kept, asked)) return;
    if (isYoung) this.waiting += 1;
    else this.#add(recordKey(this.#stream, name), asked);
  }

  /** Once every record was visited. */
  visitBlob(key: ObjectKey, kept: Kept | null): void {
    const asked = this.#blobs.get(key);
    if (asked !== undefined && kept !== null && this.#isShort(kept, asked)) this.#add(key, asked);
  }

  /** What is too short for everything is a finding of its own. */
  #isShort(kept: Kept, { until }: Asked): boolean {
    return !locksUntil(kept.lock, until) && lockProblem(kept, this.#least) === null;
  }

  #add(key: ObjectKey, { kind, days }: Asked): void {
    const detail = `Nobody has lengthened its lock, and ${counted(days, 'day')} are asked for evidence of kind ${kind}.`;
    this.findings.push(finding({ kind: 'short', code: 'retention/short', stream: this.#stream, key, detail }));
  }
}
