import { sha256, type Sha256 } from '../canonical/digest.ts';
import type { Finding } from './finding.ts';

/**
 * Gives the second and every further finding with one fingerprint (the same weak line twice in a file) a fingerprint of its own: an
 * exception for one never covers another that appears later. Numbers follow line, column and what else is visible, never the
 * order in the report.
 */
export function numberLookAlikes(findings: readonly Finding[]): readonly Finding[] {
  const groups = lookAlikes(findings);
  if (groups.size === 0) return findings;
  const numbers = new Map<Finding, number>();
  for (const group of groups.values()) group.sort(byPlace).forEach((finding, number) => numbers.set(finding, number));
  return findings.map((finding) => {
    const number = numbers.get(finding) ?? 0;
    return number === 0 ? finding : { ...finding, fingerprint: sha256(`${finding.fingerprint}#${number}`) };
  });
}

function lookAlikes(findings: readonly Finding[]): ReadonlyMap<Sha256, Finding[]> {
  const seen = new Set<Sha256>();
  const groups = new Map<Sha256, Finding[]>();
  for (const { fingerprint } of findings) {
    if (seen.has(fingerprint)) groups.set(fingerprint, []);
    seen.add(fingerprint);
  }
  if (groups.size > 0) for (const finding of findings) groups.get(finding.fingerprint)?.push(finding);
  return groups;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
    (a.location?.column ?? 0) - (b.location?.column ?? 0) ||
    compareText(a.severity, b.severity) ||
    compareText(a.title, b.title) ||
    Number(a.suppressed) - Number(b.suppressed)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
