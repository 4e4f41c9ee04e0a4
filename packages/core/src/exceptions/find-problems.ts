import type { Severity } from '../facts/words.ts';
import type { Exception } from './exception.ts';
import type { ExceptionContext } from './exception-context.ts';
import { LONGEST_LIFE, worstSeverity } from './longest-life.ts';
import { renewalProblems } from './renewal-problems.ts';

/** Why an exception excuses nothing. Codes: people read them through templates, SQL counts them. */
export const EXCEPTION_PROBLEMS = [
  'malformed',
  'duplicate-id',
  'unknown-rule',
  'unwaivable-rule',
  'owner-is-approver',
  'approver-is-requester',
  'approver-is-contributor',
  'approver-lacks-role',
  'expires-before-start',
  'cap-exceeded',
  'renewal-of-unknown',
  'renewal-of-another',
  'renewed-too-often',
  'renewal-undeclared',
] as const;
export type ExceptionProblem = (typeof EXCEPTION_PROBLEMS)[number];

/** What is wrong with a well-formed exception at any time, in the order of `EXCEPTION_PROBLEMS`. */
export function findProblems(exception: Exception, severity: Severity, context: ExceptionContext): ExceptionProblem[] {
  const { id, owner, requested_by, approved_by, not_before, expires } = exception;
  const rule = context.rules.find((one) => one.id === exception.rule);
  const wrong: Partial<Record<ExceptionProblem, boolean>> = {
    'duplicate-id': context.all.filter((one) => one.id === id).length > 1,
    'unknown-rule': rule === undefined,
    'unwaivable-rule': rule !== undefined && rule.waivable !== true,
    'owner-is-approver': owner === approved_by,
    'approver-is-requester': approved_by === requested_by,
    'approver-lacks-role': context.approvers !== 'not asked' && !context.approvers.includes(approved_by),
    'expires-before-start': expires <= not_before,
    'cap-exceeded': expires - not_before > LONGEST_LIFE[severity],
  };
  const found = EXCEPTION_PROBLEMS.filter((problem) => wrong[problem] === true);
  return [...found, ...renewalProblems(exception, context.all)];
}

/** The worst of what the file claims and of what is known about the thing it excuses. */
export function severityOf(exception: Exception, { rules, findings, paths }: ExceptionContext): Severity {
  const { subject } = exception.scope;
  const ofRule = rules.find((rule) => rule.id === exception.rule)?.severity ?? 'unknown';
  if (subject === 'whole-rule' || 'digest' in subject) return worstSeverity(exception.risk, ofRule);
  // What is absent from this run excuses nothing in it.
  if ('finding' in subject) return worstSeverity(exception.risk, findings.get(subject.finding) ?? 'none');
  // Nobody has seen yet what a file will hold tomorrow, so the rule counts beside what is found in it today.
  return worstSeverity(exception.risk, ofRule, paths.get(subject.path) ?? 'none');
}
