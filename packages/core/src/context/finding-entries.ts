import type { Assignment } from '../controls/triage.ts';
import type { Finding } from '../reports/finding.ts';
import type { ScanReport } from '../reports/scan-report.ts';
import type { InputDocument } from './input-document.ts';
import { classify } from './scan-entries.ts';
import type { ToolClass } from './tool-class.ts';

type Entry = InputDocument['findings']['items'][number];
/** A finding whose owner is still an account: labels are given out when everybody is known. */
export type UnlabelledFinding = Omit<Entry, 'assigned'> & {
  readonly assigned: { readonly owner: string; readonly due: number } | null;
};

interface Accepted {
  readonly tools: Readonly<Record<string, ToolClass>>;
  readonly triage: readonly Assignment[];
  /** The exception in force that excuses this finding, or null. */
  readonly waiverOf: (finding: Finding) => string | null;
}

/** Every finding of every report, in an order that does not depend on the order of the reports. */
export function findingEntries(reports: Iterable<ScanReport>, accepted: Accepted): UnlabelledFinding[] {
  const assignments = new Map<string, Assignment>(accepted.triage.map((each) => [each.fingerprint, each]));
  const entries = [...reports].flatMap(({ findings }) => findings.map((finding) => entryOf(finding, assignments, accepted)));
  return entries
    .map((entry) => [JSON.stringify([entry.class, entry.scanner, entry.rule, entry]), entry] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, entry]) => entry);
}

function entryOf(
  finding: Finding,
  assignments: ReadonlyMap<string, Assignment>,
  { tools, waiverOf }: Accepted,
): UnlabelledFinding {
  const tool = classify(finding.tool, tools);
  const assignment = assignments.get(finding.fingerprint);
  // A leaked secret is not excused by accepting the risk: it is revoked (SCN-04).
  const exception = tool.class === 'secrets' ? null : waiverOf(finding);
  return {
    scanner: tool.name,
    class: tool.class,
    rule: finding.rule,
    severity: finding.severity,
    fingerprint: finding.fingerprint,
    state: exception !== null ? 'waived' : finding.suppressed ? 'suppressed' : 'open',
    exception,
    assigned: assignment === undefined ? null : { owner: assignment.owner, due: assignment.due },
  };
}
