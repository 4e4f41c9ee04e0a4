import type { Section } from '../attack.ts';
import { DEPLOY_AND_EVIDENCE } from './deploy-and-evidence.ts';
import { GATE_TAMPERING } from './gate-tampering.ts';
import { MERGE_PATH } from './merge-path.ts';
import { REVIEW_INTEGRITY } from './review-integrity.ts';
import { STATUS_CHECKS } from './status-checks.ts';
import { WORKFLOW_EXECUTION } from './workflow-execution.ts';

/** The table of ways round a gate, in its order. */
export const SECTIONS: readonly Section[] = [
  { title: 'Review integrity', file: 'review-integrity.ts', attacks: REVIEW_INTEGRITY },
  { title: 'Gate tampering', file: 'gate-tampering.ts', attacks: GATE_TAMPERING },
  { title: 'Status checks', file: 'status-checks.ts', attacks: STATUS_CHECKS },
  { title: 'The way to the protected branch', file: 'merge-path.ts', attacks: MERGE_PATH },
  { title: 'Code that a workflow runs', file: 'workflow-execution.ts', attacks: WORKFLOW_EXECUTION },
  { title: 'Deployment and evidence', file: 'deploy-and-evidence.ts', attacks: DEPLOY_AND_EVIDENCE },
];
