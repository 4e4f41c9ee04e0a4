import { SEVERITIES, type Severity } from '../context/index.ts';
import type { RecordDraft } from '../evidence/create-record.ts';
import type { ScanReport } from '../reports/index.ts';
import { controlReferences } from './control-references.ts';
import type { Judgement } from './judge-change.ts';
import { originOf, type Product } from './origin.ts';

/** What one report said, whatever became of the change. */
export function scanEvidence(report: ScanReport, judgement: Judgement, product: Product): RecordDraft<'scan.result'> {
  const { document, facts, source } = judgement;
  const delivered = facts.scans.known
    ? facts.scans.value.items.find(({ report: digest }) => digest === report.digest)
    : undefined;
  const entry = document.scans.known
    ? document.scans.value.items.find(({ scanner, commit }) => scanner === delivered?.scanner && commit === delivered.commit)
    : undefined;
  const [tool] = report.tools;
  return {
    kind: 'scan.result',
    subject: { commit: document.change.head.commit },
    evidence: {
      ...originOf(facts, source, product, outcomeOf(report)),
      event_time: delivered?.completed_at ?? facts.read_at,
      control_refs: controlReferences(judgement, (rule) => rule.startsWith('scans.')),
      scan_type: entry?.class ?? null,
      ...toolOf(tool),
      raw_sha256: report.digest,
      raw_media_type: report.format === 'sarif' ? 'application/sarif+json' : 'application/json',
    },
    details: {
      target: { commit: delivered?.commit ?? document.change.head.commit },
      report: report.digest,
      producer: delivered?.producer ?? 'unverified',
      result: report.result.known ? { known: true, ...report.result.value } : report.result,
      counts: countsOf(report),
      suppressed: report.findings.filter(({ suppressed }) => suppressed).length,
      waived: waivedOf(report, document),
    },
  };
}

/** A scan that proves nothing is an error of the scan, not a failure of the change. */
const outcomeOf = ({ result, findings }: ScanReport): 'pass' | 'fail' | 'error' =>
  !result.known ? 'error' : findings.length === 0 ? 'pass' : 'fail';

const NAME = /^[A-Za-z0-9][A-Za-z0-9 ._+()/-]{0,98}$/;
const VERSION = /^[A-Za-z0-9][A-Za-z0-9.+_~-]{0,63}$/;

/** Names come from the report: one that does not look like a tool's is left out. */
function toolOf(tool: ScanReport['tools'][number] | undefined): { tool_name: string | null; tool_version: string | null } {
  const name = tool !== undefined && NAME.test(tool.name) ? tool.name : null;
  const version = tool?.version != null && VERSION.test(tool.version) ? tool.version : null;
  return { tool_name: name, tool_version: version };
}

function countsOf({ findings }: ScanReport): Record<Severity, number> {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)])) as Record<Severity, number>;
}

function waivedOf({ findings }: ScanReport, { findings: judged }: Judgement['document']): number {
  const waived = new Set<string>(judged.items.filter(({ state }) => state === 'waived').map(({ fingerprint }) => fingerprint));
  return findings.filter(({ fingerprint }) => waived.has(fingerprint)).length;
}
