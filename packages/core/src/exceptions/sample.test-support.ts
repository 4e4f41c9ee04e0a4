import type { Sha256 } from '../canonical/digest.ts';
import type { Exception } from './exception.ts';
import type { ExceptionContext } from './exception-context.ts';
import { DAY } from './longest-life.ts';

export const FINGERPRINT = `sha256:${'a'.repeat(64)}` as Sha256;
export const START = Date.UTC(2026, 10, 21) / 1000;

/** Good in every respect: a month for a finding of high severity. */
export const GOOD: Exception = {
  id: 'legacy-query',
  rule: 'scans.threshold',
  scope: { repository: '42', environment: null, subject: { finding: FINGERPRINT } },
  owner: '1',
  requested_by: '2',
  approved_by: '3',
  reason: 'The report query is rewritten in the next release.',
  compensating_control: { description: 'The endpoint is behind the VPN.', evidence: null },
  risk: 'high',
  ticket: 'SEC-12',
  not_before: START,
  expires: START + 30 * DAY,
  renewal_of: null,
  review_due: null,
};

const RULES = [
  { id: 'scans.threshold', waivable: true, severity: 'high' },
  { id: 'scans.secrets', waivable: false, severity: 'critical' },
] as const;

export function contextAt(at: number, exception: Exception, more: Partial<ExceptionContext> = {}): ExceptionContext {
  return {
    at,
    rules: RULES,
    all: [exception],
    findings: new Map([[FINGERPRINT, 'high']]),
    paths: new Map(),
    contributors: ['7', '8'],
    approvers: ['3', '4'],
    used: true,
    ...more,
  };
}
