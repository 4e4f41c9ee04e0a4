import { finding, type Finding, type FindingDetail } from '../finding.ts';
import { recordKey, timeOfName } from '../../layout.ts';
import type { LogHistory } from '../log-history.ts';
import type { NamedCheckpoint } from '../../stored/named-checkpoint.ts';
import type { StreamId } from '../../stream-id.ts';
import type { StreamRecords, TimedRecord } from '../inventory/stream-records.ts';

/** How far clocks of runners, sealers and authorities may lie apart, in milliseconds; as much as a record may be late (`record/late`). */
export const CLOCK_TOLERANCE = 15 * 60_000;

type Problem = Pick<FindingDetail, 'kind' | 'code' | 'detail'>;

/**
 * Holds each record of a stream between two seals: it is younger than the checkpoint that it names, which must be one of this log, and
 * older than the first seal over it for whose time somebody outside vouches (attack 9). The time is the one in its name, by which keys
 * count and records are in order; what an event happened at may lie long before.
 */
export function checkBrackets(stream: StreamId, records: StreamRecords, log: LogHistory): Finding[] {
  if (!records.anyNamesCheckpoint && !log.isTimed) return [];
  const findings: Finding[] = [];
  for (const record of records.timed()) {
    const { name, place } = record;
    const problem = checkpointProblem(record, log) ?? lateProblem(stream, record, log);
    if (problem !== null) findings.push(finding({ ...problem, stream, ...place, key: recordKey(stream, name) }));
  }
  return findings;
}

function checkpointProblem({ name, checkpoint }: TimedRecord, log: LogHistory): Problem | null {
  if (checkpoint === null || checkpoint.size < log.from) return null;
  const past = log.checkpointAt(checkpoint.size);
  if (past === null || past.root !== checkpoint.root) return strangeProblem(checkpoint, log);
  if (timeOfName(name) >= past.since - CLOCK_TOLERANCE) return null;
  const there = iso(past.since);
  const detail = `It names a checkpoint that was not there before ${there}, and an earlier time: its writer's clock went back, or the sealer's forward.`;
  return { kind: 'altered', code: 'record/time', detail };
}

/** What was shown to its writer and is not here: this log was cut or written anew, or it is not the log that the writer saw. */
function strangeProblem({ size }: NamedCheckpoint, log: LogHistory): Problem | null {
  const code = 'record/checkpoint';
  if (log.size === null && log.checkpointAt(size) === null) return null; // nobody can tell, and other findings say why
  if (log.size !== null && size > log.size) {
    const detail = `Its writer saw a checkpoint of ${size} entries, and the log ends at ${log.size}.`;
    return { kind: 'missing', code, detail };
  }
  return { kind: 'altered', code, detail: `Its writer saw a checkpoint of ${size} entries that is none of this log.` };
}

function lateProblem(stream: StreamId, { name, place }: TimedRecord, log: LogHistory): Problem | null {
  const sealed = log.sealedBy(stream, place?.slot ?? name);
  if (sealed === null || timeOfName(name) <= sealed + CLOCK_TOLERANCE) return null;
  const detail = `A seal over it was there by ${iso(sealed)}, and it names a later time: its writer's clock went forward.`;
  return { kind: 'altered', code: 'record/time', detail };
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
