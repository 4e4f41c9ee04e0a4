import type { PlatformRun, PlatformWord, Writer } from '../proof-model.ts';
import { authorshipOf } from './authorship.ts';
import type { PlacedRecord } from './placed-record.ts';

/** Records by the workflow that wrote them; those that the platform vouches for first, then by how many they are. */
export function writersOf(shown: readonly PlacedRecord[]): Writer[] {
  const groups = new Map<string, Omit<Writer, 'runs'> & { runs: Set<string>; records: number }>();
  for (const entry of shown) {
    const { signature, platform } = authorshipOf(entry.placed);
    const about = { platform: workflowOf(platform), signature: signature.kind };
    const key = JSON.stringify(about);
    const group = groups.get(key) ?? { ...about, runs: new Set<string>(), records: 0 };
    const run = runOf(entry, platform);
    if (run !== null) group.runs.add(run);
    group.records += 1;
    groups.set(key, group);
  }
  const writers = [...groups.values()].map((group): Writer => ({ ...group, runs: [...group.runs] }));
  return writers.sort((a, b) => rank(a) - rank(b) || b.records - a.records);
}

const RANKS = ['verified', 'countersigned', 'unverified', 'none'] as const;
const rank = ({ platform }: Writer): number => RANKS.indexOf(platform.kind);

function workflowOf(word: PlatformWord): Writer['platform'] {
  if (word.kind === 'countersigned') {
    const { kind, repository, workflowCommit, event, runner } = word;
    return { kind, repository, workflowCommit, event, runner };
  }
  if (word.kind !== 'verified') return word;
  const { kind, repository, workflow, workflowCommit, event, runner } = word;
  return { kind, repository, workflow, workflowCommit, event, runner };
}

function runOf({ record }: PlacedRecord, word: PlatformWord): string | null {
  if (word.kind === 'verified' || word.kind === 'countersigned') return named(word);
  if (record.kind === 'unrecognised' || record.evidence.run_id === null) return null;
  return named({ run: record.evidence.run_id, attempt: String(record.evidence.run_attempt ?? 1) });
}

const named = ({ run, attempt }: Pick<PlatformRun, 'run' | 'attempt'>): string =>
  attempt === '1' ? run : `${run}, attempt ${attempt}`;
