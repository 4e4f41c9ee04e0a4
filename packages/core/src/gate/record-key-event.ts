import { sha256, type Sha256 } from '../canonical/digest.ts';
import { textDigest } from '../canonical/text-digest.ts';
import { controlsOfKind, timestampOf, type CommonInput } from '../evidence/index.ts';
import type { KeyId } from '../ports/key-id.ts';
import type { EvidenceLog, WrittenRecord } from './evidence-log.ts';

/** What became of a key. Only what an event needs, and all of it. */
export type KeyEvent =
  | { readonly event: 'created' }
  /** `successor` is null where KMS rotated inside of the key. */
  | { readonly event: 'rotated'; readonly successor: KeyId | null }
  | { readonly event: 'retired' }
  /** `from`: UTC milliseconds from which on somebody else may have signed with it. */
  | { readonly event: 'compromised'; readonly from: number; readonly successor: KeyId | null };

/** By the id that signatures name, by the ARN that CloudTrail names, or by both. */
export type KeyName = { readonly id: KeyId; readonly kmsArn: string | null } | { readonly id: null; readonly kmsArn: string };

export interface KeyEventToRecord {
  readonly key: KeyName;
  readonly what: KeyEvent;
  /** An operator's words: they enter as digest and length. */
  readonly reason: string | null;
  readonly origin: Omit<CommonInput, 'outcome'>;
  /** When it is recorded, in milliseconds: decides which crosswalk is in force. */
  readonly at: number;
}

/** Puts one step of a key's history where nobody can alter it. */
export async function recordKeyEvent(
  { key, what, reason, origin, at }: KeyEventToRecord,
  evidence: EvidenceLog,
): Promise<WrittenRecord> {
  const names = { key: key.id === null ? null : asDigest(key.id), kms_key: key.kmsArn === null ? null : sha256(key.kmsArn) };
  return evidence.append({
    kind: 'key.event',
    subject: { raw: key.id === null ? sha256(key.kmsArn) : asDigest(key.id) },
    evidence: { ...origin, outcome: 'n_a', control_refs: controlsOfKind('key.event', timestampOf(at).slice(0, 10)) },
    details: {
      ...names,
      event: what.event,
      successor: 'successor' in what && what.successor !== null ? asDigest(what.successor) : null,
      compromised_from: what.event === 'compromised' ? timestampOf(what.from) : null,
      reason: reason === null ? null : textDigest(reason),
    },
  });
}

/** A key id is the digest of what it names. */
const asDigest = (key: KeyId): Sha256 => key as string as Sha256;
