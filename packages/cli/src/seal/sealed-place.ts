import type { SealedRecord } from '@proofrail/core/seal';
import type { Checkpoint } from '@proofrail/core/tlog';
import { shown } from '../terminal/shown.ts';

/** Where a record stands, and in which tree; alike in what makes a proof and in what checks it. */
export function placeText({ record, stream, slot, position }: SealedRecord, { origin, size }: Checkpoint): string {
  const place = slot === null ? 'in no slot, adopted by its seal' : `slot ${slot}, position ${position}`;
  return `${record}  stream ${stream}, ${place}; sealed in ${shown(origin)} at ${size} entries`;
}

export const checkpointJson = ({ origin, size, root }: Checkpoint) => ({
  origin,
  size,
  root: `sha256:${Buffer.from(root).toString('hex')}`,
});
