import { outcomeOf, type Finding } from '../ledger/verify/finding.ts';

/** Whether locks alone stand against a ledger: nothing in it is other than it was written, and it might not stay so. */
export function isOnlyShort(findings: readonly Finding[]): boolean {
  const wrong = findings.filter((one) => outcomeOf(one) === 'tampered');
  return wrong.length > 0 && wrong.every(({ kind }) => kind === 'short');
}
