import { canonicalJson } from '../../canonical/canonical-json.ts';
import { sha256, type Sha256 } from '../../canonical/digest.ts';
import type { CheckOutcome } from '../../outcomes/outcome.ts';
import type { AcknowledgedFinding } from '../stored/acknowledgement.ts';

/** What can be wrong with an object, or worth telling (design §7). The counts of a verification use the same words. */
export const FINDING_KINDS = [
  'altered',
  'missing',
  'extra',
  'unsigned',
  'unreadable',
  'hidden',
  'short',
  'void',
  'duplicate',
  'pending',
  'unanswered',
  'flood',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** The precise case, stable: `slot/link`, `record/two-keys`. */
  readonly code: string;
  readonly stream: string;
  readonly slot: number | null;
  /** Counted from 1 within the slot. */
  readonly position: number | null;
  /** The object; may be a name that an outsider chose. */
  readonly key: string;
  /** One sentence for people, without untrusted text. */
  readonly detail: string;
  /** Digest of the bytes that were found, where there were any. */
  readonly found: Sha256 | null;
  /** What an acknowledgement names: the same kind of finding over other bytes has another one. */
  readonly digest: Sha256;
  readonly acknowledged: AcknowledgedFinding | null;
}

/**
 * `pending` and `duplicate` are what crashes leave behind, `unanswered` what a cancelled run does, and `flood` is an alarm; `unreadable`
 * says nothing about the object (decisions.md, Outcomes).
 */
const OUTCOMES: Readonly<Record<FindingKind, CheckOutcome>> = {
  altered: 'tampered',
  missing: 'tampered',
  extra: 'tampered',
  unsigned: 'tampered',
  hidden: 'tampered',
  short: 'tampered',
  void: 'tampered',
  unreadable: 'unavailable',
  duplicate: 'allow',
  pending: 'allow',
  unanswered: 'allow',
  flood: 'allow',
};

export const outcomeOf = (finding: Pick<Finding, 'kind'>): CheckOutcome => OUTCOMES[finding.kind];

export type FindingDetail = Pick<Finding, 'kind' | 'code' | 'stream' | 'key' | 'detail'> &
  Partial<Pick<Finding, 'slot' | 'position' | 'found'>>;

export function finding({ slot = null, position = null, found = null, ...rest }: FindingDetail): Finding {
  const { kind, code, stream, key } = rest;
  const digest = sha256(canonicalJson({ kind, code, stream, slot, position, key, found }));
  return { ...rest, slot, position, found, digest, acknowledged: null };
}

/** By stream, slot, position, then key and code: the same ledger always gives the same list. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.stream, b.stream) ||
    (a.slot ?? Infinity) - (b.slot ?? Infinity) ||
    (a.position ?? 0) - (b.position ?? 0) ||
    compare(a.key, b.key) ||
    compare(a.code, b.code)
  );
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
