import type { Finding } from './finding.ts';

/** Where a finding is, for people: `stream 700001, slot 6, position 1`. What lies in no stream is known by its key alone. */
export function placeOf({ stream, slot, position }: Pick<Finding, 'stream' | 'slot' | 'position'>): string {
  if (stream === '') return 'outside every stream';
  return [
    `stream ${stream}`,
    ...(slot === null ? [] : [`slot ${slot}`]),
    ...(position === null ? [] : [`position ${position}`]),
  ].join(', ');
}
