import type { Clock } from '../../ports/clock.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Signer } from '../../ports/signer.ts';
import type { NoteKey } from '../../tlog/note-key.ts';
import type { Outsiders } from './outside/outsiders.ts';

/** What a sealer needs. It writes under `v1/seals/` and nowhere else. */
export interface Sealer {
  readonly store: ObjectStore;
  /** Holds the log key, and signs checkpoints with it alone. */
  readonly signer: Signer;
  /** Its public half, under the name of the log. */
  readonly key: NoteKey;
  readonly clock: Clock;
  /** Days for which each object must be locked; null: nobody said how many, so for as many as the store gives by itself. */
  readonly days: number | null;
  /** Absent: nobody outside is asked, and that is no gap. */
  readonly outsiders?: Outsiders;
  readonly pause?: (milliseconds: number) => Promise<void>;
}
