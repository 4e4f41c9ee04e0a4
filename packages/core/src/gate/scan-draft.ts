import { toolClass } from '../controls/index.ts';
import { controlsOfKind, timestampOf, toolIdentity, type CommonInput, type RecordDraft } from '../evidence/index.ts';
import type { ScanReport } from '../reports/index.ts';

/** Which commit was scanned, and who says so. */
export interface ScannedCommit {
  readonly commit: string;
  readonly origin: Omit<CommonInput, 'outcome'>;
  /** When it is recorded, in milliseconds: decides which crosswalk is in force. */
  readonly at: number;
}

/** A scan says what it found; whether that is too much is for the gate to say, so its outcome is whether it came to its end. `isKept`: its bytes. */
export function scanDraft(
  report: ScanReport,
  isKept: boolean,
  { commit, origin, at }: ScannedCommit,
): RecordDraft<'scan.result'> {
  return {
    kind: 'scan.result',
    subject: { commit },
    evidence: {
      ...origin,
      commit_sha: commit,
      control_refs: controlsOfKind('scan.result', timestampOf(at).slice(0, 10)),
      outcome: report.result.known ? 'n_a' : 'error',
      ...toolOf(report),
      raw_sha256: report.digest,
      raw_media_type: report.mediaType,
      raw_retained: isKept,
    },
    details: {
      target: { commit },
      report: report.digest,
      producer: 'unverified',
      result: report.result.known ? { known: true, ...report.result.value, basis: 'rules' } : report.result,
      counts: severityCounts(report),
      suppressed: report.findings.filter(({ suppressed }) => suppressed).length,
      waived: 0,
    },
  };
}

/** The tool, where there is exactly one. */
function toolOf({ tools }: ScanReport): Pick<CommonInput, 'tool_name' | 'tool_version' | 'scan_type'> {
  const [tool] = tools;
  if (tool === undefined || tools.length > 1) return {};
  return { ...toolIdentity(tool), scan_type: toolClass(tool.name, {})?.class ?? null };
}

function severityCounts({ findings }: ScanReport) {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, none: 0, unknown: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
