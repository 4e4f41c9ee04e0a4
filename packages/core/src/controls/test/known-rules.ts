import type { KnownRules } from '../registry/known-rules.ts';

const IDS = [
  ...[
    'approvals.elevated',
    'approvals.fresh',
    'approvals.human',
    'approvals.no-self-approval',
    'approvals.quorum',
    'approvals.review-state',
    'approvals.roles',
  ],
  ...['branches.flow', 'checks.required', 'exceptions.validity', 'images.digest-only', 'integrity.evidence'],
  ...['scans.complete', 'scans.secrets', 'scans.threshold'],
];

/** The rules of the first bundle, as far as a registry cares about them. */
export const knownRules: KnownRules = {
  rules: IDS.map((id) => ({
    id,
    severity: 'high',
    waivable: id !== 'scans.secrets',
    controls: { iso27001: [id.startsWith('scans.') ? 'A.8.29' : 'A.8.32'], soc2: ['CC8.1'] },
  })),
};
