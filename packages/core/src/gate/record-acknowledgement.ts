import { controlsOfKind, timestampOf, type Actor, type CommonInput } from '../evidence/index.ts';
import type { AcknowledgedFinding } from '../ledger/stored/acknowledgement.ts';
import type { EvidenceLog, WrittenRecord } from './evidence-log.ts';

export interface AcknowledgementToRecord {
  /** Of the verifier of ledgers, or of another that lets findings be accepted. */
  readonly finding: { readonly digest: AcknowledgedFinding['finding']; readonly kind: string };
  /** In words that passed `isReasonText`. */
  readonly reason: string;
  readonly acknowledgedBy: Actor;
  readonly approvedBy: Actor;
  readonly origin: Omit<CommonInput, 'outcome'>;
  /** When it is recorded, in milliseconds: decides which crosswalk is in force. */
  readonly at: number;
}

/** Says that two people know of a finding and live with it. Whether that counts is for the verifier's trust file to say. */
export async function recordAcknowledgement(
  { finding, reason, acknowledgedBy, approvedBy, origin, at }: AcknowledgementToRecord,
  evidence: EvidenceLog,
): Promise<WrittenRecord> {
  return evidence.append({
    kind: 'finding.acknowledged',
    subject: { raw: finding.digest },
    evidence: {
      ...origin,
      outcome: 'n_a',
      actor_id: acknowledgedBy,
      control_refs: controlsOfKind('finding.acknowledged', timestampOf(at).slice(0, 10)),
    },
    details: {
      finding: finding.digest,
      finding_kind: finding.kind,
      reason,
      acknowledged_by: acknowledgedBy,
      approved_by: approvedBy,
    },
  });
}
