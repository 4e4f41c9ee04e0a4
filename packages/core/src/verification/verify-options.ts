import type { Receipt } from '../ledger/stored/receipt.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import type { TrustFile } from '../ledger/trust/trust-file.ts';
import type { LongerKinds } from '../ledger/verify/checks/longer-check.ts';
import type { KeptCheck } from '../ledger/verify/checks/kept-check.ts';
import type { Inspector } from '../ledger/verify/inspect/inspector.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Baseline } from '../seal/verify/baseline.ts';

export interface VerifyOptions {
  readonly trust?: TrustFile;
  /** Where the platform's tokens and the originals of reports lie. Without it no receipt of the platform can be verified. */
  readonly attachments?: ObjectStore;
  /** What jobs kept: their slots must exist, unchanged. */
  readonly receipts?: readonly Receipt[];
  /** Only this stream, and those that receipts name. */
  readonly stream?: StreamId;
  /** For how many days each object must be locked, where the store knows locks. Never less than the store locks by itself. */
  readonly days?: number;
  /** Kinds of evidence that must be locked for longer than that, with what they name. */
  readonly longer?: LongerKinds;
  /** A seal up to which everything was verified before: only what came later is read. Not together with receipts or one stream. */
  readonly since?: Baseline;
  /** How old, in milliseconds, the newest seal may be for which somebody outside vouches; it takes `now`. Default: any age, and none. */
  readonly sealedWithin?: number;
  /** Acknowledged findings no longer decide the outcome. They stay in the list. */
  readonly acceptAcknowledged?: boolean;
  /** UTC milliseconds: an intent whose deadline lies before it is owed its result. Default: the time of each stream's newest record. */
  readonly now?: number;
  /** What reads the objects and checks their signatures; default: this thread. */
  readonly reading?: Reading;
  readonly onProgress?: (progress: Progress) => void;
}

/** One that uses the same stores, trust file and days as the verification that it is handed to. */
export interface Reading {
  /** Told by `inspector` what it finds about how objects are kept. */
  readonly kept: KeptCheck;
  readonly inspector: Inspector;
}

export interface Progress {
  readonly checked: number;
  readonly total: number;
}
