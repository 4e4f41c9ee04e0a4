import { encodeBase64 } from '../canonical/base64.ts';

/** What a witness is asked to cosign (C2SP tlog-witness, add-checkpoint). */
export interface AddCheckpoint {
  /** Size of the tree that the witness cosigned last, as far as who asks knows; 0: none. */
  readonly older: number;
  /** That the checkpoint continues it. */
  readonly proof: readonly Uint8Array[];
  /** The checkpoint with the signature of its log. */
  readonly note: string;
}

/** The body of the request. */
export function formatAddCheckpoint({ older, proof, note }: AddCheckpoint): string {
  return [`old ${older}`, ...proof.map((hash) => encodeBase64(hash)), '', note].join('\n');
}
