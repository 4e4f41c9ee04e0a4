import type { Exception } from './exception.ts';
import type { ExceptionProblem } from './find-problems.ts';

const MOST_RENEWALS = 2; // policy.md 5: what has to stay longer is no exception any more

type RenewalProblem = Extract<ExceptionProblem, `renew${string}`>;

/**
 * Whether an exception stretches the cap by following another of those that lie there. Taking away the file that `renewal_of` names does
 * not reset the chain (its id is then unknown), and neither does leaving out `renewal_of` beside the earlier file: whatever excuses the
 * same subject later is its renewal. Both at once do, and who approves changes to the gate itself has to see it (docs/exceptions.md).
 */
export function renewalProblems(exception: Exception, all: readonly Exception[]): RenewalProblem[] {
  const problems = new Set<RenewalProblem>();
  const chain = new Set<string>([exception.id]);
  for (let next = exception.renewal_of; next !== null;) {
    const earlier = all.find((one) => one.id === next);
    if (earlier === undefined) problems.add('renewal-of-unknown');
    else if (!excusesTheSame(earlier, exception)) problems.add('renewal-of-another');
    if (chain.has(next) || chain.size > MOST_RENEWALS) problems.add('renewed-too-often');
    if (earlier === undefined || problems.has('renewed-too-often')) break;
    chain.add(next);
    next = earlier.renewal_of;
  }
  const forgotten = all.some((one) => !chain.has(one.id) && isBefore(one, exception) && excusesTheSame(one, exception));
  if (forgotten && !problems.has('renewed-too-often')) problems.add('renewal-undeclared');
  return [...problems];
}

function excusesTheSame(a: Exception, b: Exception): boolean {
  return a.rule === b.rule && JSON.stringify(scopeOf(a)) === JSON.stringify(scopeOf(b));
}

function scopeOf({ scope: { repository, environment, subject } }: Exception): readonly unknown[] {
  return [repository, environment, subject];
}

/** Of two that start together one has to yield: the greater id is the later one. */
function isBefore(one: Exception, other: Exception): boolean {
  return one.not_before < other.not_before || (one.not_before === other.not_before && one.id < other.id);
}
