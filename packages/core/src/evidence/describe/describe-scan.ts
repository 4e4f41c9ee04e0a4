import type { Sha256 } from '../../canonical/digest.ts';
import type { InputDocument } from '../../context/index.ts';
import { SEVERITIES } from '../../facts/words.ts';
import type { ScanReport } from '../../reports/scan-report.ts';
import type { Details } from '../evidence-record.ts';

type Scan = Extract<InputDocument['scans'], { known: true }>['value']['items'][number];

/** The own fields of a `scan.result` record for one scan of the input document; `report` when its bytes were there. */
export function describeScan(
  scan: Scan,
  digest: Sha256,
  report: ScanReport | null,
  document: InputDocument,
): Details<'scan.result'> {
  const findings = report?.findings ?? [];
  const waived = new Set<string>(
    document.findings.items.filter(({ state }) => state === 'waived').map((each) => each.fingerprint),
  );
  const counts = SEVERITIES.map((severity) => [severity, findings.filter((each) => each.severity === severity).length] as const);
  return {
    target: { commit: scan.commit },
    report: digest,
    producer: scan.producer,
    result: scan.result.known ? { known: true, ...scan.result.value } : scan.result,
    counts: Object.fromEntries(counts) as Details<'scan.result'>['counts'],
    suppressed: findings.filter(({ suppressed }) => suppressed).length,
    waived: findings.filter(({ fingerprint }) => waived.has(fingerprint)).length,
  };
}
