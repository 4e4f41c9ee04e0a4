import { controlFacts } from '@proofrail/core/evidence';
import { formatReceipt } from '@proofrail/core/ledger';
import { outcomeOf } from '@proofrail/core/policy';
import { report } from './report.ts';
import type { Result } from './run.ts';

/** What later steps get; `keep` writes a file that outlives this step and gives back its path. */
export function outputs(result: Result, keep: (name: string, text: string) => string): Record<string, string> {
  const { decision, approvals, scans } = result.recorded;
  const records = [decision, ...(approvals === null ? [] : [approvals]), ...scans].map(({ record }) => record);
  return {
    outcome: outcomeOf(result.judgement.decision),
    'decision-digest': decision.receipt.record,
    receipt: keep('receipt.json', formatReceipt(decision.receipt)),
    'evidence-json': JSON.stringify(records.flatMap((record) => controlFacts(record))),
    report: keep('report.json', `${JSON.stringify(report(result), null, 2)}\n`),
  };
}
