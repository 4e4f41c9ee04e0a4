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
  /** One sentence for people, without untrusted text. */
  readonly detail: string;
  /** What an acknowledgement names: the same for the same files, however often they are checked. */
  readonly digest: Sha256;
  readonly acknowledged: AcknowledgedFinding | null;
}

export function trailFinding(
  kind: TrailFindingKind,
  code: string,
  key: string,
  detail: string,
  event: TrailDeed | null = null,
): TrailFinding {
  const digest = sha256(canonicalJson({ kind, code, key, event: event?.id ?? null }));
  return { kind, code, key, event, detail, digest, acknowledged: null };
}

export const outcomeOfTrail = ({ kind }: Pick<TrailFinding, 'kind'>): CheckOutcome =>
  kind === 'unreadable' ? 'unavailable' : 'tampered';
