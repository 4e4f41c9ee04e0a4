import { toolClass } from '@proofrail/core/controls';
import { controlsOfKind, toolIdentity, type CommonInput, type RecordDraft } from '@proofrail/core/evidence';
import { originOfRun, type Product } from '@proofrail/core/gate';
import type { ScanReport } from '@proofrail/core/reports';
import type { RunContext } from '@proofrail/runner';

/** Which commit was scanned, and who says so. */
export interface Circumstances {
  readonly commit: string;
  readonly context: RunContext;
  readonly product: Product;
  /** UTC day, such as 2026-11-21: which crosswalk between kinds of evidence and controls holds. */
  readonly day: string;
}

/** A scan says what it found; whether that is too much is for the gate to say, so its outcome is whether it came to its end. `isKept`: its bytes. */
export function scanDraft(report: ScanReport, isKept: boolean, circumstances: Circumstances): RecordDraft<'scan.result'> {
  return {
    kind: 'scan.result',
    subject: { commit: circumstances.commit },
    evidence: {
      ...originOfRun(circumstances.context, circumstances.product),
      commit_sha: circumstances.commit,
      control_refs: controlsOfKind('scan.result', circumstances.day),
      outcome: report.result.known ? 'n_a' : 'error',
      ...toolOf(report),
      raw_sha256: report.digest,
      raw_media_type: report.mediaType,
      raw_retained: isKept,
    },
    details: {
      target: { commit: circumstances.commit },
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
