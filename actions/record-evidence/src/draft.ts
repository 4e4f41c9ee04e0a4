import { toolClass } from '@proofrail/core/context';
import type { CommonInput, RecordDraft } from '@proofrail/core/evidence';
import type { ScanReport } from '@proofrail/core/reports';
import type { RunContext } from '@proofrail/runner';
import type { Deployment } from './inputs.ts';

/** What every record of this action says of itself. It rests on the word of the workflow: `given`. */
export interface Circumstances {
  readonly commit: string;
  readonly context: RunContext;
  readonly collectorVersion: string;
}

const STATUSES = { success: 'succeeded', failure: 'failed', cancelled: 'cancelled' } as const;
const OUTCOMES = { success: 'pass', failure: 'fail', cancelled: 'error' } as const;

export function deploymentDraft(
  { environment, image, status }: Deployment,
  circumstances: Circumstances,
): RecordDraft<'deployment'> {
  return {
    kind: 'deployment',
    subject: { artifact: image.digest },
    evidence: { ...common(circumstances), outcome: OUTCOMES[status], environment },
    details: {
      environment,
      digest: image.digest,
      previous_digest: null,
      authorisation: null,
      decision: null,
      strategy: null,
      status: STATUSES[status],
      source_id: null,
      started_at: null,
      ended_at: null,
    },
  };
}

/** A scan says what it found; whether that is too much is for the gate to say, so its outcome is whether it came to its end. */
export function scanDraft(report: ScanReport, circumstances: Circumstances): RecordDraft<'scan.result'> {
  const [tool, ...others] = report.tools;
  const named = others.length === 0 ? tool : undefined;
  return {
    kind: 'scan.result',
    subject: { commit: circumstances.commit },
    evidence: {
      ...common(circumstances),
      outcome: report.result.known ? 'n_a' : 'error',
      ...(named === undefined
        ? {}
        : { tool_name: named.name, tool_version: named.version, scan_type: toolClass(named.name, {})?.class ?? null }),
      raw_sha256: report.digest,
    },
    details: {
      target: { commit: circumstances.commit },
      report: report.digest,
      producer: 'unverified',
      result: report.result.known ? { known: true, ...report.result.value } : report.result,
      counts: severityCounts(report),
      suppressed: report.findings.filter(({ suppressed }) => suppressed).length,
      waived: 0,
    },
  };
}

function common({ commit, context, collectorVersion }: Circumstances): Omit<CommonInput, 'outcome'> {
  return {
    system: 'github',
    facts: 'given',
    method: 'event',
    collector_id: 'record-evidence',
    collector_version: collectorVersion,
    repo: context.repository.id,
    run_id: context.run.id,
    run_attempt: context.run.attempt,
    commit_sha: commit,
  };
}

function severityCounts({ findings }: ScanReport) {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, none: 0, unknown: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
