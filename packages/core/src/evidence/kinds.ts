import type { KindName } from '../controls/retention/kind-names.ts';
import { changeApproval } from './kinds/change-approval.ts';
import { changeBypass } from './kinds/change-bypass.ts';
import { changeMerged } from './kinds/change-merged.ts';
import { deployment } from './kinds/deployment.ts';
import { findingAcknowledged } from './kinds/finding-acknowledged.ts';
import { inputRefused } from './kinds/input-refused.ts';
import { issuerKeys } from './kinds/issuer-keys.ts';
import { keyEvent } from './kinds/key-event.ts';
import { policyDecision } from './kinds/policy-decision.ts';
import { recordRefused } from './kinds/record-refused.ts';
import { runIntent } from './kinds/run-intent.ts';
import { sbom } from './kinds/sbom.ts';
import { scanResult } from './kinds/scan-result.ts';

/** Every kind that this version writes and reads, by the name that stands in `predicateType`. */
export const KINDS = {
  'run.intent': runIntent,
  'policy.decision': policyDecision,
  'change.approval': changeApproval,
  'change.merged': changeMerged,
  'change.bypass': changeBypass,
  'scan.result': scanResult,
  sbom,
  deployment,
  'finding.acknowledged': findingAcknowledged,
  'key.event': keyEvent,
  'issuer.keys': issuerKeys,
  'input.refused': inputRefused,
  'record.refused': recordRefused,
} as const satisfies Record<KindName, unknown>;

export type EvidenceKind = keyof typeof KINDS;
export const EVIDENCE_KINDS = Object.keys(KINDS) as readonly EvidenceKind[];
