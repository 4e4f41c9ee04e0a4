import type { KeyId } from '../../ports/key-id.ts';
import type { Sha256 } from '../../canonical/digest.ts';

/** Whether somebody vouches for the order of a whole ledger, beyond those who write it. */
export type SealStanding =
  /** Order rests on whoever keeps the objects. */
  | { readonly state: 'none' }
  /** One stream alone was verified, and a seal covers all of them. */
  | { readonly state: 'not-checked' }
  /** There are seals, and none could be followed to its checkpoint: the findings say why. */
  | { readonly state: 'broken' }
  | SealVerification;

/** What the newest seal says, as far as it could be followed. */
export interface SealVerification {
  readonly state: 'followed';
  readonly origin: string;
  /** Number of the newest seal that a key of the trust file signed; without one, of the newest that is there. */
  readonly n: number;
  /** Entries of the log: records, and the plans themselves. */
  readonly size: number;
  readonly root: Sha256;
  /** Records that it covers. */
  readonly records: number;
  /** By the sealer's clock, RFC 3339. */
  readonly sealed_at: string;
  /** Keys of the trust file that signed it; empty: nobody vouches for it, and it shows consistency only. */
  readonly signed_by: readonly KeyId[];
  /** By the word of time authorities that the trust file pins; null: nobody but the sealer says when. */
  readonly time: SealTime | null;
  /** By as many witnesses as the trust file asks for; null: fewer. */
  readonly cosigned: Cosigned | null;
}

/** Of the newest seal of which it is known: this one, or an earlier one. */
export interface SealTime {
  readonly n: number;
  /** It was there by then, and so was everything that it covers. RFC 3339. */
  readonly not_after: string;
  readonly authorities: readonly string[];
}

export interface Cosigned {
  readonly n: number;
  readonly not_after: string;
  readonly by: readonly KeyId[];
}
