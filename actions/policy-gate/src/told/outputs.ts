import { controlFacts } from '@proofrail/core/evidence';
import type { RecordedChange } from '@proofrail/core/gate';
import { formatReceipt } from '@proofrail/core/ledger';
import type { Decided } from '../phases/decide.ts';
import type { Gated } from '../run.ts';
import { report } from './report.ts';

/**
 * What later steps get; `keep` writes a file that outlives this step and gives back its path. Nothing where a change could not be judged:
 * an output that is there is taken for an answer. Of a merge group the proof is that of the change recorded last.
 */
export function outputs(gated: Gated, keep: (name: string, text: string) => string): Record<string, string> {
  if (gated.outcome === 'invalid') return {};
  const written = gated.changes.flatMap((change) => (change.written === null ? [] : [change.written]));
  return {
    outcome: gated.outcome,
    ...proofOf(written, keep),
    report: keep('report.json', `${JSON.stringify(report(gated), null, 2)}\n`),
  };
}

function proofOf(written: readonly RecordedChange[], keep: (name: string, text: string) => string): Record<string, string> {
  const last = written.at(-1);
  if (last === undefined) return {};
  return {
    'decision-digest': last.decision.receipt.record,
    receipt: keep('receipt.json', formatReceipt(last.decision.receipt)),
    'evidence-json': JSON.stringify(written.flatMap(recordsOf).flatMap((record) => controlFacts(record))),
  };
}

function recordsOf({ decision, approvals, scans }: RecordedChange) {
  return [decision, ...(approvals === null ? [] : [approvals]), ...scans].map(({ record }) => record);
}

/** What the job that records needs: also where a change could not be judged, because that is recorded as well. */
export function decidedOutputs({ outcome, artifact, digest }: Decided): Record<string, string> {
  return { ...(outcome === 'invalid' ? {} : { outcome }), 'bundle-artifact': artifact, 'bundle-digest': digest };
}
