import type { Sha256 } from '../canonical/digest.ts';
import type { PlatformClaims } from './platform-claims.ts';
import type { ReceiptClaims } from './platform-receipt.ts';

/** What a platform's word is worth for one record. */
export type PlatformStanding =
  /** The record says itself that no platform vouches for it: a job without `id-token: write`, a laptop. */
  | { readonly kind: 'none' }
  | { readonly kind: 'verified'; readonly claims: PlatformClaims }
  /** The token is erased, and a sealer whom the trust file names had verified it before. */
  | { readonly kind: 'countersigned'; readonly claims: ReceiptClaims }
  /** There is a receipt, and nothing proves it. `why`: `token/erased`, `token/signature`. */
  | { readonly kind: 'unverified'; readonly why: string }
  /** The record says that there is a receipt, and it is gone: receipts are stored before their records. */
  | { readonly kind: 'absent' }
  /** What lies there is not the receipt that this record's writer signed. */
  | { readonly kind: 'wrong'; readonly digest: Sha256; readonly problem: string }
  | { readonly kind: 'unreadable'; readonly why: string };
