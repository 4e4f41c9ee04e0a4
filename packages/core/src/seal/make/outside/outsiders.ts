import type { TimeAuthority } from '../../../ports/time-authority.ts';
import type { Witness } from '../../../ports/witness.ts';
import type { NoteKey } from '../../../tlog/note-key.ts';

/** Whom a sealer asks to vouch for a checkpoint, beside its own log key: nobody has to believe the sealer then. */
export interface Outsiders {
  readonly authorities: readonly TimeAuthority[];
  readonly witnesses: readonly LogWitness[];
  /** Randomness for the nonces of requests. */
  readonly draw: (bytes: number) => Uint8Array;
}

export interface LogWitness {
  /** The key of its cosignatures: what it answers is verified before it is stored for good. */
  readonly key: NoteKey;
  readonly service: Witness;
}
