import type { Writer } from '../proof-model.ts';
import type { Deviation } from '../report-model.ts';

/**
 * Records without the platform's word beside others that have it: somebody wrote them from somewhere else, or a job lost its permission.
 * Where no record at all has it, the head of the page says so, and a deviation would only say it again.
 */
export function unsignedByPlatform(writers: readonly Writer[]): Deviation[] {
  const silent = writers.filter(({ platform: { kind } }) => kind !== 'verified' && kind !== 'countersigned');
  if (silent.length === 0 || silent.length === writers.length) return [];
  const count = silent.reduce((sum, { records }) => sum + records, 0);
  return [
    {
      kind: 'unsigned-by-platform',
      title: `${count} ${count === 1 ? 'record is' : 'records are'} unsigned by the platform, beside others that it vouches for`,
      details: silent.map(({ platform, records }) => `${records}: ${platform.kind === 'unverified' ? platform.why : UNSIGNED}`),
      at: null,
      controls: [],
      anchor: 'writers',
    },
  ];
}

const UNSIGNED = 'the record says itself that no platform vouches for it';
