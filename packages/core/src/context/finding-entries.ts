import type { Assignment } from '../controls/files/triage.ts';
import type { Finding } from '../reports/finding.ts';
import type { ScanReport } from '../reports/scan-report.ts';
import type { InputDocument } from './input-document.ts';
import { classify } from './scan-entries.ts';
import type { ToolClass } from '../controls/registry/tool-class.ts';

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
export function findingEntries(reports: Iterable<Pick<ScanReport, 'findings'>>, accepted: Accepted): UnlabelledFinding[] {
  const assignments = new Map<string, Assignment>(accepted.triage.map((each) => [each.fingerprint, each]));
  return [...reports]
    .flatMap(({ findings }) => findings.map((finding) => entryOf(finding, assignments, accepted)))
    .sort(byIdentity);
}

/** Entries that agree in these, too, are the same entry: owner and due date follow from the fingerprint. */
const FURTHER = ['class', 'scanner', 'rule', 'severity', 'state', 'exception'] as const;

function byIdentity(a: UnlabelledFinding, b: UnlabelledFinding): number {
  if (a.fingerprint !== b.fingerprint) return a.fingerprint < b.fingerprint ? -1 : 1;
  for (const name of FURTHER) {
    const [left, right] = [a[name] ?? '', b[name] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
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
  // In the order of RFC 8785, like the whole document: `canonicalJson` then writes 30,000 of them in one pass.
  return {
    assigned: assignment === undefined ? null : { due: assignment.due, owner: assignment.owner },
    class: tool.class,
    exception,
    fingerprint: finding.fingerprint,
    rule: finding.rule,
    scanner: tool.name,
    severity: finding.severity,
    state: exception !== null ? 'waived' : finding.suppressed ? 'suppressed' : 'open',
  };
}
