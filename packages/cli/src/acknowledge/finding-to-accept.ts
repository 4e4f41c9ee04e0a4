import type { Sha256 } from '@proofrail/core/canonical';
import type { AcknowledgedFinding, StreamId } from '@proofrail/core/ledger';
import type { CheckOutcome } from '@proofrail/core/outcomes';

/** A finding of the verifier of ledgers or of that of trails, as far as accepting it goes. */
export interface FindingToAccept {
  readonly digest: Sha256;
  readonly kind: string;
  readonly code: string;
  readonly acknowledged: AcknowledgedFinding | null;
  readonly outcome: CheckOutcome;
  /** The stream that it is about, if there is anything left of it to write to. */
  readonly stream: StreamId | null;
  /** Where and what it is, for people; may hold an outsider's text. */
  readonly text: string;
  /** As the document of the verifier says it. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** How a verification ended. */
export interface FoundToAccept {
  readonly findings: readonly FindingToAccept[];
  /** Its outcome where acknowledged findings pass. */
  readonly accepting: CheckOutcome;
}
