import { owedKinds } from '@proofrail/core/ledger';
import type { Deviation } from '../report-model.ts';
import { isKind, timeOf, type PlacedRecord, type RecordOf } from './placed-record.ts';

/** Intents whose deadline passed without everything that they announced: a silence must be seen (design §6). */
export function missingResults(shown: readonly PlacedRecord[], all: readonly PlacedRecord[], until: number): Deviation[] {
  const written = kindsByRun(all);
  return shown.filter(isKind('run.intent')).flatMap((intent) => missingOf(intent, written, until));
}

function missingOf(intent: RecordOf<'run.intent'>, kinds: KindsByRun, until: number): Deviation[] {
  const { run, attempt, head, expected_kinds: expected, deadline } = intent.record.details;
  if (Date.parse(deadline) > until) return [];
  const written = kinds.get(nameOf(run, attempt));
  const missing = owedKinds(expected).filter((kind) => written?.has(kind) !== true);
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

type KindsByRun = ReadonlyMap<string, ReadonlySet<string>>;

function kindsByRun(all: readonly PlacedRecord[]): KindsByRun {
  const kinds = new Map<string, Set<string>>();
  for (const { record } of all) {
    if (record.kind === 'unrecognised' || record.evidence.run_id === null) continue;
    const run = nameOf(record.evidence.run_id, record.evidence.run_attempt);
    kinds.set(run, (kinds.get(run) ?? new Set()).add(record.kind));
  }
  return kinds;
}

const nameOf = (run: string, attempt: number | null): string => `${run} ${attempt}`;
