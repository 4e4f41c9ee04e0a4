import type { TrustFile } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import type { FoundToAccept } from './finding-to-accept.ts';

/** What finds what may be accepted, before that is recorded and again afterwards. */
export interface Verifier {
  /** The command that does the same, for people. */
  readonly command: 'verify' | 'cloudtrail verify';
  /** Where the acknowledgement is recorded. */
  readonly store: ObjectStore;
  readonly trust: TrustFile | undefined;
  verify(): Promise<FoundToAccept>;
}
