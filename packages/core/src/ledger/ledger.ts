import type { Clock } from '../ports/clock.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Signer } from '../ports/signer.ts';

/** What a writer needs. Appends through one such object share what it has seen of each stream, and are combined into common slots. */
export interface Ledger {
  readonly store: ObjectStore;
  /** Signs the slots that this writer wins. Records arrive signed. */
  readonly signer: Signer;
  readonly clock: Clock;
  /** Waits between attempts at a store that did not answer, or a slot that others won; milliseconds. Without it, no waiting. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}
