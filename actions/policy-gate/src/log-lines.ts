import { firstThingsFirst, renderReason } from '@proofrail/core/policy';
import type { Result } from './run.ts';

/** The decision for people who read the job's log: one line for each rule, unescaped. */
export function logLines({ judgement: { decision }, manifest, recorded }: Result): string[] {
  const { receipt } = recorded.decision;
  return [
    ...firstThingsFirst(decision.rules, manifest).map(({ id, status, mode, reasons }) => {
      const why = reasons.map((reason) => renderReason(manifest, id, reason)).join('; ');
      return `${status.padEnd(14)} ${mode.padEnd(7)} ${id}${why === '' ? '' : `: ${why}`}`;
    }),
    `recorded as ${receipt.record} in ${receipt.ledger}, stream ${receipt.stream}, slot ${receipt.slot}`,
  ];
}
