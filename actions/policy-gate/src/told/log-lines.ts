import { firstThingsFirst, renderReason, type Manifest } from '@proofrail/core/policy';
import type { Gated, GatedChange } from '../run.ts';

/** Decisions for people who read the job's log: one line for each rule, unescaped. */
export function logLines({ changes, manifest }: Gated): string[] {
  return changes.flatMap((change) => [...verdictLines(change, manifest), ...proofLines(change)]);
}

function verdictLines({ verdict }: GatedChange, manifest: Manifest): string[] {
  if (verdict.kind === 'fault') return [verdict.fault.message];
  return firstThingsFirst(verdict.judgement.decision.rules, manifest).map(({ id, status, mode, reasons }) => {
    const why = reasons.map((reason) => renderReason(manifest, id, reason)).join('; ');
    return `${status.padEnd(14)} ${mode.padEnd(7)} ${id}${why === '' ? '' : `: ${why}`}`;
  });
}

function proofLines({ written }: GatedChange): string[] {
  if (written === null) return [];
  const { record, ledger, stream, slot } = written.decision.receipt;
  return [`recorded as ${record} in ${ledger}, stream ${stream}, slot ${slot}`];
}
