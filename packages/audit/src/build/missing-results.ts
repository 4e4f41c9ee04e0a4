import { owedKinds } from '@proofrail/core/ledger';
import type { Deviation } from '../report-model.ts';
import { isKind, timeOf, type PlacedRecord, type RecordOf } from './placed-record.ts';

/** Intents whose deadline passed without everything that they announced: a silence must be seen (design §6). */
export function missingResults(shown: readonly PlacedRecord[], all: readonly PlacedRecord[], until: number): Deviation[] {
  return shown.filter(isKind('run.intent')).flatMap((intent) => missingOf(intent, all, until));
}

function missingOf(intent: RecordOf<'run.intent'>, all: readonly PlacedRecord[], until: number): Deviation[] {
  const { run, attempt, head, expected_kinds: expected, deadline } = intent.record.details;
  if (Date.parse(deadline) > until) return [];
  const written = new Set(all.flatMap((entry) => (isOfRun(entry, run, attempt) ? [entry.record.kind as string] : [])));
  const missing = owedKinds(expected).filter((kind) => !written.has(kind));
  if (missing.length === 0) return [];
  return [
    {
      kind: 'missing-result',
      title: `Run ${run}, attempt ${attempt}, announced what it never wrote`,
      details: [`missing: ${missing.join(', ')}`, `commit ${head}`],
      at: timeOf(intent),
      controls: [],
      anchor: null,
    },
  ];
}

const isOfRun = ({ record }: PlacedRecord, run: string, attempt: number): boolean =>
  record.kind !== 'unrecognised' && record.evidence.run_id === run && record.evidence.run_attempt === attempt;
