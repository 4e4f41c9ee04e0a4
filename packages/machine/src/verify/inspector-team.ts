import { availableParallelism } from 'node:os';
import {
  inspectorOf,
  Vouching,
  type Finding,
  type InspectedKind,
  type InspectionOf,
  type Inspector,
  type KeptCheck,
  type StreamId,
  type TargetOf,
  type TrustFile,
} from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { InspectorHere } from './inspector-here.ts';
import { InspectorThread, type InspectWorkerData } from './inspector-thread.ts';
import type { TeamMember } from './team-member.ts';
import { isFolder, placeForThread } from './thread-place.ts';

/** What is inspected, and against what. */
export interface Inspected {
  readonly ledger: ObjectStore;
  readonly attachments: ObjectStore | null;
  readonly trust: TrustFile | null;
  /** As in VerifyOptions. */
  readonly days: number;
  /** As in InspectorOptions. */
  readonly kinds: readonly string[];
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
  readonly #threads: readonly InspectorThread[];
  readonly #here: InspectorHere;

  private constructor(threads: readonly InspectorThread[], here: InspectorHere) {
    this.#threads = threads;
    this.#here = here;
  }

  /**
   * Null: one of the stores is such that no thread can open it for itself. The thread that asks takes its part, through `kept`, which is
   * told what the others find about how objects are kept.
   */
  static async start(inspected: Inspected, kept: KeptCheck): Promise<InspectorTeam | null> {
    const { ledger, attachments, trust, days, kinds } = inspected;
    const inFolder = isFolder(ledger.uri);
    const members = Math.max(2, Math.min(availableParallelism(), inFolder ? MOST_MEMBERS : MOST_MEMBERS_AT_A_BUCKET));
    // Reading a folder waits for nothing, and the bytes of a whole batch would outlive the nursery.
    const reads = inFolder ? 1 : MOST_READS / members;
    const places = await Promise.all(Array.from({ length: members - 1 }, () => placesForThread(inspected)));
    if (!places.every((place) => place !== null)) return null;
    const adopt = (findings: readonly Finding[]): void => kept.adopt(findings);
    const threads = places.map((place) => new InspectorThread({ ...place, trust, days, kinds, reads }, adopt));
    const inspector = inspectorOf(kept, trust === null ? null : new Vouching(trust, kept, attachments), { reads, kinds });
    return new InspectorTeam(threads, new InspectorHere(inspector, ledger.readNow !== undefined));
  }

  inspect<K extends InspectedKind>(
    kind: K,
    stream: StreamId,
    targets: readonly TargetOf<K>[],
  ): Promise<readonly InspectionOf<K>[]> {
    return this.#idlest().inspect(kind, stream, targets);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  /** Of several the first: this thread, which has other things to do besides, comes last. */
  #idlest(): TeamMember {
    const members: TeamMember[] = [...this.#threads, this.#here];
    return members.reduce((best, one) => (one.waiting < best.waiting ? one : best));
  }
}

/** For one thread: a port for credentials has one other end. */
async function placesForThread({
  ledger,
  attachments,
}: Inspected): Promise<Pick<InspectWorkerData, 'ledger' | 'attachments'> | null> {
  const [place, besides] = await Promise.all([placeForThread(ledger), attachments === null ? null : placeForThread(attachments)]);
  return place === null || (attachments !== null && besides === null) ? null : { ledger: place, attachments: besides };
}
