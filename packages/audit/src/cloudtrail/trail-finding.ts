import { canonicalJson, sha256, type Sha256 } from '@proofrail/core/canonical';
import type { AcknowledgedFinding } from '@proofrail/core/ledger';
import type { CheckOutcome } from '@proofrail/core/outcomes';
import type { TrailDeed } from './trail-event.ts';

/** `unrecorded`: AWS did it, and no record says why. The others as in the verifier of ledgers. */
export type TrailFindingKind = 'altered' | 'missing' | 'extra' | 'unsigned' | 'unreadable' | 'unrecorded';

export interface TrailFinding {
  readonly kind: TrailFindingKind;
  /** Stable, `cloudtrail/...`: docs/cloudtrail.md. */
  readonly code: string;
  /** File of the trail, object of the ledger, or what the event was about. */
  readonly key: string;
  /** What AWS says was done, and by whom. */
  readonly event: TrailDeed | null;
  /** What the key alone would not tell from another finding: SHA-256 of the bytes, a version, a time. */
  readonly found: string | null;
  /** One sentence for people, without untrusted text. */
  readonly detail: string;
  /** What an acknowledgement names: the same however often it is found, another one for other bytes under the same key. */
  readonly digest: Sha256;
  readonly acknowledged: AcknowledgedFinding | null;
}

export function trailFinding(
  kind: TrailFindingKind,
  code: string,
  key: string,
  detail: string,
  { event = null, found = null }: Partial<Pick<TrailFinding, 'event' | 'found'>> = {},
): TrailFinding {
  const digest = sha256(canonicalJson({ kind, code, key, event: event?.id ?? null, found }));
  return { kind, code, key, event, found, detail, digest, acknowledged: null };
}

export const outcomeOfTrail = ({ kind }: Pick<TrailFinding, 'kind'>): CheckOutcome =>
  kind === 'unreadable' ? 'unavailable' : 'tampered';
