import * as v from 'valibot';
import type { Severity } from '../facts/words.ts';
import { exceptionShape, type Exception } from './exception.ts';
import type { ExceptionContext } from './exception-context.ts';
import { findProblems, severityOf, type ExceptionProblem } from './find-problems.ts';
import { DAY } from './longest-life.ts';

export const EXCEPTION_STATES = ['pending', 'active', 'expiring', 'expired', 'invalid', 'unused'] as const;

export interface JudgedException {
  readonly state: (typeof EXCEPTION_STATES)[number];
  readonly problems: readonly ExceptionProblem[];
  /** Days begun until it expires; 0 when it is over or never held. */
  readonly daysLeft: number;
  /** Decides the cap: the worst of the risk it claims and of what it excuses. */
  readonly severity: Severity;
}

const UNUSED_AFTER = 14 * DAY; // policy.md 5
const EXPIRING_WITHIN = 7 * DAY; // or the last quarter of a short life: one of 7 days is not expiring from birth

/**
 * The one answer to "does this exception hold": gate, report and SQL ask here, so that none honours what another calls expired
 * (policy.md 5, Kyverno). Only `active` and `expiring` excuse anything. It trusts nothing: a field that is missing or garbled makes
 * the exception `invalid`, whoever built the object.
 */
export function exceptionState(exception: Exception, context: ExceptionContext): JudgedException {
  if (!v.is(exceptionShape, exception) || !isTime(context.at)) {
    return { state: 'invalid', problems: ['malformed'], daysLeft: 0, severity: 'unknown' };
  }
  const severity = severityOf(exception, context);
  const problems = findProblems(exception, severity, context);
  const state = problems.length > 0 ? 'invalid' : stateInTime(exception, context);
  const holds = state === 'active' || state === 'expiring' || state === 'unused';
  // Only when it would excuse this change: an approver may work on changes that need no exception of theirs.
  if (holds && context.used !== false && isContributor(exception.approved_by, context)) {
    return { state: 'invalid', problems: ['approver-is-contributor'], daysLeft: 0, severity };
  }
  return { state, problems, daysLeft: holds ? Math.ceil((exception.expires - context.at) / DAY) : 0, severity };
}

function stateInTime({ not_before, expires }: Exception, { at, used }: ExceptionContext): JudgedException['state'] {
  if (at < not_before) return 'pending';
  if (at >= expires) return 'expired';
  if (used === false && at - not_before >= UNUSED_AFTER) return 'unused';
  return expires - at <= Math.min(EXPIRING_WITHIN, (expires - not_before) / 4) ? 'expiring' : 'active';
}

function isContributor(person: string, { contributors }: ExceptionContext): boolean {
  return contributors !== 'not asked' && contributors.includes(person);
}

function isTime(at: number): boolean {
  return Number.isFinite(at) && at >= 0;
}
