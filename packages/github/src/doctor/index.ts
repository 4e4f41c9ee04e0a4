export { AUDIT_FINDINGS } from './audit/audit-findings.ts';
export {
  examineRepository,
  outcomeOf,
  unreadCheck,
  type DoctorFinding,
  type Examination,
  type Invisible,
} from './examine-repository.ts';
export { EXPECTED_RULES, type ExpectedRule } from './expected-rules.ts';
export { POSTURE_CHECKS } from './posture-checks.ts';
