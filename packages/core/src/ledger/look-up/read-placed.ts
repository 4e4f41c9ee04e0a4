import type { Place } from '../verify/checks/chain-check.ts';
import { finding, type Finding } from '../verify/finding.ts';
import { recordKey, type RecordName } from '../layout.ts';
import { openNamed, vouchFor, type NamedRecord, type OpenedRecord, type RecordProblem, type RecordSource } from './read-named.ts';

export interface LedgerRecord extends NamedRecord, Place {}

/** Whether a record that a slot puts at this place is asked for, by what it says: nobody has looked at its signature yet. */
export type IsWanted = (opened: OpenedRecord, place: Place) => boolean;

/** The record that a slot puts at this place, or what is wrong with it. Null: it is not wanted. */
export async function readPlaced(source: RecordSource, target: PlacedName): Promise<LedgerRecord | Finding>;
export async function readPlaced(
  source: RecordSource,
  target: PlacedName,
  isWanted: IsWanted,
): Promise<LedgerRecord | Finding | null>;
export async function readPlaced(
  source: RecordSource,
  [name, place]: PlacedName,
  isWanted: IsWanted = () => true,
): Promise<LedgerRecord | Finding | null> {
  const opened = await openNamed(source, name);
  if (!('statement' in opened)) return problemAt(source, [name, place], opened);
  if (!isWanted(opened, place)) return null;
  const answer = await vouchFor(source, opened, place.slot);
  return 'statement' in answer ? { ...place, ...answer } : problemAt(source, [name, place], answer);
}

type PlacedName = readonly [RecordName, Place];

const problemAt = ({ stream }: RecordSource, [name, place]: PlacedName, problem: RecordProblem): Finding =>
  finding({ ...problem, stream, ...place, key: recordKey(stream, name) });
