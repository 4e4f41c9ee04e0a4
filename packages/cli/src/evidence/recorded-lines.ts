import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import type { Recorded } from './recorded.ts';

/** What people read about where their evidence went, as rows of a table. */
export function recordedLines(recorded: Recorded): [string, string][] {
  const { ledger, assurance, stream, records, receipt, made_key: madeKey } = recorded;
  return [
    ['evidence', `${counted(records.length, 'record')} in ${shown(ledger)}, stream ${stream} (assurance: ${assurance})`],
    ['last', `slot ${receipt.slot}, position ${receipt.position}, ${receipt.record}`],
    ...(madeKey === null
      ? []
      : [['key', `${shown(madeKey)} was made for this ledger; its trust file lies beside it`] as [string, string]]),
  ];
}
