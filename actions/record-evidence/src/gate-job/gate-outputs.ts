import { controlFacts } from '@proofrail/core/evidence';
import type { DecisionToRecord, Intent } from '../inputs.ts';
import type { GateJobResult } from './record-for-gate.ts';

/** What later steps get; `receipts`: one path for each record. */
export function gateOutputs(what: Intent | DecisionToRecord, { outcome, written }: GateJobResult, receipts: readonly string[]) {
  const last = written.at(-1);
  return {
    ...(what.kind === 'policy.decision' && outcome !== 'invalid' ? { outcome } : {}),
    ...(last === undefined ? {} : { 'record-digest': last.receipt.record, receipt: receipts.at(-1) ?? '' }),
    'evidence-json': JSON.stringify(written.flatMap(({ record }) => controlFacts(record))),
  };
}
