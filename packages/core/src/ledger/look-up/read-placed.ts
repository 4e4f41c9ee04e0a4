import type { Place } from '../verify/checks/chain-check.ts';
import { finding, type Finding } from '../verify/finding.ts';
import { recordKey, type RecordName } from '../layout.ts';
import { readNamed, type NamedRecord, type RecordSource } from './read-named.ts';

export interface LedgerRecord extends NamedRecord, Place {}

/** The record that a slot puts at this place, or what is wrong with it. */
export async function readPlaced(
  source: RecordSource,
  [name, place]: readonly [RecordName, Place],
): Promise<LedgerRecord | Finding> {
  const answer = await readNamed(source, name);
  if ('statement' in answer) return { ...place, ...answer };
  const { stream } = source;
  return finding({ ...answer, stream, ...place, key: recordKey(stream, name) });
}
