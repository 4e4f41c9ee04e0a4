import type { Sha256 } from '../canonical/digest.ts';
import type { EvidenceRecord } from './evidence-record.ts';

/** The six fields that people who test a control ask for first, one row per record and control (`evidence-json`). */
export interface ControlFact {
  readonly control_id: string;
  readonly commit: string | null;
  /** Roles of the people whose approvals counted. */
  readonly approvals: readonly string[];
  readonly artifact_digest: Sha256 | null;
  /** `<run id>/attempts/<attempt>`, the end of the run's address on the platform. */
  readonly pipeline_run: string | null;
  readonly timestamp: string;
}

/** Empty for a record that was made for no control. */
export function controlFacts(record: EvidenceRecord): readonly ControlFact[] {
  if (record.kind === 'unrecognised') return [];
  const { control_refs, commit_sha, run_id, run_attempt, event_time } = record.evidence;
  return control_refs.map((reference) => ({
    control_id: reference.slice(reference.indexOf('/') + 1),
    commit: commit_sha,
    approvals: approvingRoles(record),
    artifact_digest: artifactOf(record),
    pipeline_run: run_id === null ? null : `${run_id}/attempts/${run_attempt ?? 1}`,
    timestamp: event_time,
  }));
}

function approvingRoles(record: EvidenceRecord): readonly string[] {
  if (record.kind === 'policy.decision') return record.details.approvals.roles;
  if (record.kind !== 'change.approval') return [];
  const counted = record.details.approvals.filter((approval) => approval.counted);
  return [...new Set(counted.flatMap(({ roles }) => roles))].sort();
}

function artifactOf(record: EvidenceRecord): Sha256 | null {
  if (record.kind === 'sbom') return record.details.artifact;
  if (record.kind === 'deployment') return record.details.digest;
  return record.kind === 'policy.decision' ? record.details.subject.digest : null;
}
