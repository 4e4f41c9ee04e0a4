import { formatCheckpoint, type Checkpoint } from '../../../tlog/checkpoint.ts';
import type { Notice } from '../../../ledger/seals/notice.ts';
import { bodyKey } from '../../../ledger/seals/seal-layout.ts';
import type { Sealer } from '../sealer.ts';
import type { Gap } from './gap.ts';

/**
 * Asks everybody outside who has not vouched yet for the newest checkpoint: after the log key has signed it, never before. `isAgain`: they
 * were asked when it was made.
 */
export async function askOutsiders(
  sealer: Sealer,
  n: number,
  checkpoint: Checkpoint,
  { isAgain = false } = {},
): Promise<readonly Gap[]> {
  if (sealer.outsiders === undefined) return [];
  const { stampCheckpoint } = await import('./stamp-checkpoint.ts');
  const { cosignCheckpoint } = await import('./cosign-checkpoint.ts');
  const stamped = await stampCheckpoint(sealer, { n, body: Buffer.from(formatCheckpoint(checkpoint)), isAgain });
  return [...stamped, ...(await cosignCheckpoint(sealer))];
}

/** What the next seal says, for ever, of those who did not vouch for this one when it asked again. */
export function gapNotices(n: number, gaps: readonly Gap[]): Notice[] {
  return [...new Set(gaps.map(({ code }) => code))].map((code) => ({ code, key: bodyKey(n), stream: '' }));
}
