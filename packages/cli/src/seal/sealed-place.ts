import { sha256Of } from '@proofrail/core/canonical';
import type { SealedRecord } from '@proofrail/core/seal';
import { counted } from '@proofrail/core/text';
import type { Checkpoint } from '@proofrail/core/tlog';
import { shown } from '../terminal/shown.ts';

/** Where a record stands, and in which tree; alike in what makes a proof and in what checks it. */
export function placeText({ record, stream, slot, position }: SealedRecord, { origin, size }: Checkpoint): string {
  const place = slot === null ? 'in no slot, adopted by its seal' : `slot ${slot}, position ${position}`;
  return `${record}  stream ${stream}, ${place}; sealed in ${shown(origin)} at ${counted(size, 'entry', 'entries')}`;
}

export const checkpointJson = ({ origin, size, root }: Checkpoint) => ({
  origin,
  size,
  root: sha256Of(root),
});
