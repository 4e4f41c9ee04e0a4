import type { Finding } from './finding.ts';

export interface MoreFindings extends Pick<Finding, 'kind' | 'code'> {
  readonly count: number;
}

export interface FirstFindings {
  readonly shown: readonly Finding[];
  /** How many of each code are not shown; empty: everything is. */
  readonly more: readonly MoreFindings[];
}

const MOST_OF_A_CODE = 100;

/**
 * What people are shown of a verification, in its order. With the trust file of another ledger every record is unsigned, and the same
 * sentence a million times hides whatever else is wrong.
 */
export function firstOfEach(findings: readonly Finding[], most = MOST_OF_A_CODE): FirstFindings {
  const counts = new Map<string, MoreFindings>();
  const shown = findings.filter(({ kind, code }) => {
    const key = `${kind} ${code}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { kind, code, count });
    return count <= most;
  });
  const more = [...counts.values()].filter(({ count }) => count > most);
  return { shown, more: more.map((one) => ({ ...one, count: one.count - most })) };
}
