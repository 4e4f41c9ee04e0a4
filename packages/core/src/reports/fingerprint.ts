import { sha256 } from '../canonical/digest.ts';
import type { Finding } from './finding.ts';

/** What makes a finding the same finding tomorrow, most stable first. `value` is made of texts only. */
export interface Identity {
  readonly tool: string;
  readonly rule: string;
  readonly file: string;
  /** What distinguishes it inside the file: a tool's own fingerprint, the code itself, or (last resort) the position. */
  readonly by: 'fingerprint' | 'snippet' | 'position' | 'message';
  readonly value: readonly string[];
}

/** A finding before it is told apart from its look-alikes in the same report. */
export interface UnnumberedFinding extends Omit<Finding, 'fingerprint'> {
  /** From `identityText`: a text, since a report of 30,000 findings would else hold as many objects for a moment. */
  readonly identity: string;
}

/**
 * Gives each finding its fingerprint: SHA-256 over a JSON list of texts, so that neither the order of results nor of JSON keys
 * matters. Look-alikes (the same weak line twice in a file) get an occurrence number: an exception for one never covers a second
 * that appears later. Numbers follow line, column and what else is visible, never the order in the report.
 */
export function fingerprintFindings(findings: readonly UnnumberedFinding[]): Finding[] {
  const numbers = occurrenceNumbers(findings);
  return findings.map((finding) => {
    const { tool, rule, severity, title, suppressed, location, tags, identity } = finding;
    const number = numbers.get(finding) ?? 0;
    const fingerprint = sha256(number === 0 ? identity : `${identity}#${number}`);
    return { tool, rule, severity, title, fingerprint, suppressed, location, tags };
  });
}

export function identityText({ tool, rule, file, by, value }: Identity): string {
  return JSON.stringify(['proofrail.finding/v1', tool, rule, file, by, ...value]);
}

/** Look-alikes are few: only they are collected. */
function occurrenceNumbers(findings: readonly UnnumberedFinding[]): ReadonlyMap<UnnumberedFinding, number> {
  const seen = new Set<string>();
  const groups = new Map<string, UnnumberedFinding[]>();
  for (const { identity } of findings) {
    if (seen.has(identity)) groups.set(identity, []);
    seen.add(identity);
  }
  if (groups.size > 0) for (const finding of findings) groups.get(finding.identity)?.push(finding);
  const numbers = new Map<UnnumberedFinding, number>();
  for (const group of groups.values()) group.sort(byPlace).forEach((finding, number) => numbers.set(finding, number));
  return numbers;
}

function byPlace(a: UnnumberedFinding, b: UnnumberedFinding): number {
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
