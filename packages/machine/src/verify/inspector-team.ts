import { availableParallelism } from 'node:os';
import {
  inspectorOf,
  Vouching,
  type BlobInspection,
  type BlobName,
  type Finding,
  type Inspector,
  type KeptCheck,
  type RecordInspection,
  type RecordName,
  type SlotInspection,
  type StreamId,
  type Target,
  type TrustFile,
} from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { threadFailure } from './failure-message.ts';
import { InspectorHere } from './inspector-here.ts';
import { InspectorThread } from './inspector-thread.ts';
import type { TeamMember } from './team-member.ts';
import { isFolder, placeForThread } from './thread-place.ts';

/** What is inspected, and against what. */
export interface Inspected {
  readonly ledger: ObjectStore;
  readonly attachments: ObjectStore | null;
  readonly trust: TrustFile | null;
  /** As in VerifyOptions. */
  readonly days: number;
}

const MOST_MEMBERS = 8;
/** Each has the SDK in memory once more. */
const MOST_MEMBERS_AT_A_BUCKET = 2;
/** Of all members together: as many as one client has connections. */
const MOST_READS = 64;

/**
 * Inspects a ledger on all cores: in threads, and in the thread that asks. One member that fails takes the whole verification with it: an
 * object not looked at is never ok.
 */
export class InspectorTeam implements Inspector {
  readonly #inspected: Inspected;
  readonly #reads: number;
  readonly #threads: InspectorThread[] = [];
  readonly #members: TeamMember[] = [];
  #kept: KeptCheck | null = null;

  private constructor(inspected: Inspected, reads: number) {
    this.#inspected = inspected;
    this.#reads = reads;
  }

  /** Null: one of the stores is such that no thread can open it for itself. */
  static async start(inspected: Inspected): Promise<InspectorTeam | null> {
    const inFolder = isFolder(inspected.ledger.uri);
    const members = Math.max(2, Math.min(availableParallelism(), inFolder ? MOST_MEMBERS : MOST_MEMBERS_AT_A_BUCKET));
    // Reading a folder waits for nothing, and the bytes of a whole batch would outlive the nursery.
    const team = new InspectorTeam(inspected, inFolder ? 1 : MOST_READS / members);
    const started = await Promise.all(Array.from({ length: members - 1 }, () => team.#startThread()));
    return started.every(Boolean) ? team : null;
  }

  /** The thread that asks takes its part, through `kept`, which is told what the threads find about how objects are kept. */
  joinedBy(kept: KeptCheck): this {
    const { ledger, attachments, trust } = this.#inspected;
    const inspector = inspectorOf(kept, trust === null ? null : new Vouching(trust, kept, attachments), this.#reads);
    this.#members.push(new InspectorHere(inspector, ledger.readNow !== undefined));
    this.#kept = kept;
    return this;
  }

  slots(stream: StreamId, targets: readonly Target<number>[]): Promise<readonly SlotInspection[]> {
    return this.#idlest().slots(stream, targets);
  }

  records(stream: StreamId, targets: readonly Target<RecordName>[]): Promise<readonly RecordInspection[]> {
    return this.#idlest().records(stream, targets);
  }

  blobs(stream: StreamId, targets: readonly Target<BlobName>[]): Promise<readonly BlobInspection[]> {
    return this.#idlest().blobs(stream, targets);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  async #startThread(): Promise<boolean> {
    const { ledger, attachments, trust, days } = this.#inspected;
    const places = await Promise.all([placeForThread(ledger), attachments === null ? null : placeForThread(attachments)]);
    const [place, besides] = places;
    if (place === null || (attachments !== null && besides === null)) return false;
    const data = { ledger: place, attachments: besides, trust, days, reads: this.#reads };
    const thread = new InspectorThread(data, (findings: readonly Finding[]) => this.#kept?.adopt(findings));
    this.#threads.push(thread);
    this.#members.push(thread);
    return true;
  }

  /** Of several the first: this thread, which has other things to do besides, comes last. */
  #idlest(): TeamMember {
    const [first, ...others] = this.#members;
    if (first === undefined) throw threadFailure('no thread');
    return others.reduce((best, one) => (one.waiting < best.waiting ? one : best), first);
  }
}
