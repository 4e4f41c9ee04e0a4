import type { Finding } from '../reports/finding.ts';
import type { ScanReport } from '../reports/scan-report.ts';
import type { FactsDocument } from './facts-document.ts';

/**
 * Each finding once, although it may come by two roads: in the report of a required scan, and in what the same tool uploaded elsewhere.
 * A report that the facts do not name as a scan adds only what no scan, and no such report before it, has: by fingerprint, or by the
 * same rule at the same place, because code scanning gives results fingerprints that the scanner did not write. One that it holds to be
 * of another severity is none of these. The reports of scans stay as they are.
 */
export function withoutCopies(
  reports: ReadonlyMap<string, ScanReport>,
  scans: FactsDocument['scans'],
): readonly Pick<ScanReport, 'findings'>[] {
  const named = new Set<string>(scans.known ? scans.value.items.map(({ report }) => report) : []);
  const kept: Pick<ScanReport, 'findings'>[] = [...reports.values()].filter(({ digest }) => named.has(digest));
  const others = [...reports.values()].filter(({ digest }) => !named.has(digest));
  if (others.length === 0) return kept;
  const seen = new Set(kept.flatMap(({ findings }) => findings.flatMap(namesOf)));
  for (const { findings } of others.sort((one, other) => (one.digest < other.digest ? -1 : 1))) {
    const added = findings.filter((finding) => !namesOf(finding).some((name) => seen.has(name)));
    for (const name of added.flatMap(namesOf)) seen.add(name);
    kept.push({ findings: added });
  }
  return kept;
}

/** Ways to recognise a finding in another report. */
function namesOf({ tool, rule, severity, fingerprint, location, suppressed }: Finding): string[] {
  const said = [tool.toLowerCase(), rule, severity, suppressed];
  const byFingerprint = JSON.stringify([...said, fingerprint]);
  if (location === null || location.line === null) return [byFingerprint];
  return [byFingerprint, JSON.stringify([...said, location.file, location.line, location.column])];
}
