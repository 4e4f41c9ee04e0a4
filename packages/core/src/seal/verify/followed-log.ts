import { firstIndex } from '../../ledger/first-index.ts';
import type { LogHistory, PastCheckpoint } from '../../ledger/verify/log-history.ts';
import type { SealedPlace } from '../../ledger/verify/seal-times.ts';
import type { StreamId } from '../../ledger/stream-id.ts';
import type { Plan } from '../../ledger/seals/plan.ts';

interface End {
  /** The last slot that seal `n` covers. */
  readonly to: number;
  readonly n: number;
}

interface TimedSeal {
  readonly n: number;
  /** UTC milliseconds by which it was there, by an outsider's word. */
  readonly notAfter: number;
}

/** What is kept of each seal while a log is followed: little, for a log has a seal for every hour and a ledger many streams. */
export class FollowedLog implements LogHistory {
  readonly from: number;
  size: number | null = null;
  #newest = 0;
  readonly #checkpoints = new Map<number, PastCheckpoint>();
  /** Of each stream, the seals with which it grew. */
  readonly #ends = new Map<StreamId, End[]>();
  /** The number of the seal that adopts a record. */
  readonly #adopted = new Map<string, number>();
  /** From the oldest on. */
  readonly #timed: TimedSeal[] = [];

  /** `from`: entries of the checkpoint from which the log is followed. */
  constructor(from: number) {
    this.from = from;
  }

  get isTimed(): boolean {
    return this.#timed.length > 0;
  }

  /** `notAfter`: UTC milliseconds; null: nobody outside says when the seal was there. */
  enter({ n, streams }: Plan, notAfter: number | null): void {
    for (const { stream, from, to, adopted } of streams) {
      if (to >= from) this.#endsOf(stream).push({ to, n });
      for (const name of adopted) this.#adopted.set(`${stream} ${name}`, n);
    }
    if (notAfter !== null) this.#enterTime({ n, notAfter });
  }

  /** The checkpoint of the seal that was entered last. */
  enterCheckpoint(size: number, checkpoint: PastCheckpoint): void {
    this.#newest = size;
    this.#checkpoints.set(size, checkpoint);
  }

  /** Everything that is there was followed. */
  end(): void {
    this.size = this.#newest;
  }

  checkpointAt(size: number): PastCheckpoint | null {
    return this.#checkpoints.get(size) ?? null;
  }

  sealedBy(stream: StreamId, place: SealedPlace): number | null {
    const n =
      typeof place === 'string'
        ? this.#adopted.get(`${stream} ${place}`)
        : first(this.#endsOf(stream), ({ to }) => to >= place)?.n;
    return n === undefined ? null : (first(this.#timed, (seal) => seal.n >= n)?.notAfter ?? null);
  }

  /** What a seal covers all later ones cover too: a time that somebody gives for a later one holds for the earlier. */
  #enterTime(seal: TimedSeal): void {
    const { notAfter } = seal;
    for (let at = this.#timed.length - 1; (this.#timed[at]?.notAfter ?? 0) > notAfter; at--) this.#timed.splice(at, 1);
    this.#timed.push(seal);
  }

  #endsOf(stream: StreamId): End[] {
    const ends = this.#ends.get(stream) ?? [];
    this.#ends.set(stream, ends);
    return ends;
  }
}

const first = <T>(list: readonly T[], isWanted: (one: T) => boolean): T | undefined => list[firstIndex(list, isWanted)];
