import type { Sha256 } from '../canonical/digest.ts';
import { controlsOfKind, timestampOf, type CommonInput } from '../evidence/index.ts';
import type { EvidenceLog, WrittenRecord } from './evidence-log.ts';

const ENDS = {
  success: { status: 'succeeded', outcome: 'pass' },
  failure: { status: 'failed', outcome: 'fail' },
  cancelled: { status: 'cancelled', outcome: 'error' },
} as const;

/** How a deployment ended, in the words that pipelines use. One that was skipped deployed nothing, so there is nothing to record. */
export type DeploymentEnd = keyof typeof ENDS;
export const DEPLOYMENT_ENDS = Object.keys(ENDS) as readonly DeploymentEnd[];

export interface DeploymentToRecord {
  readonly artifact: Sha256;
  /** As `environmentWord` gave it. */
  readonly environment: string;
  readonly end: DeploymentEnd;
  /** What the artifact is said to be built from. */
  readonly commit: string | null;
  readonly origin: Omit<CommonInput, 'outcome'>;
  /** When it is recorded, in milliseconds: decides which crosswalk is in force. */
  readonly at: number;
}

export interface RecordedDeployment {
  /** As the record has it. */
  readonly status: (typeof ENDS)[DeploymentEnd]['status'];
  readonly written: WrittenRecord;
}

/** Says what runs where. A failed deployment is evidence like one that succeeded. */
export async function recordDeployment(deployment: DeploymentToRecord, evidence: EvidenceLog): Promise<RecordedDeployment> {
  const { artifact, environment, end, commit, origin, at } = deployment;
  const { status, outcome } = ENDS[end];
  const written = await evidence.append({
    kind: 'deployment',
    subject: { artifact },
    evidence: {
      ...origin,
      outcome,
      environment,
      commit_sha: commit,
      control_refs: controlsOfKind('deployment', timestampOf(at).slice(0, 10)),
    },
    details: { ...NOTHING_SAID, environment, digest: artifact, status },
  });
  return { status, written };
}

/** Known where a platform approves and measures deployments; nobody says it here. */
const NOTHING_SAID = {
  previous_digest: null,
  authorisation: null,
  decision: null,
  strategy: null,
  source_id: null,
  started_at: null,
  ended_at: null,
} as const;
