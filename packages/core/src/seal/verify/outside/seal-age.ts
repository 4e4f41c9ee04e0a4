import { finding, type Finding } from '../../../ledger/verify/finding.ts';
import { SEALS_PREFIX } from '../../../ledger/layout.ts';
import { bodyKey } from '../../../ledger/seals/seal-layout.ts';
import type { SealStanding } from '../seal-verification.ts';

export interface SealAge {
  /** Milliseconds. */
  readonly most: number;
  /** UTC milliseconds. */
  readonly now: number;
}

/**
 * Whether somebody outside has vouched for the newest seal lately. A copy that was cut short verifies up to where it ends, and its last
 * seal gets older by the hour (attack 6). The sealer's own clock is not asked: a copy of yesterday would show it as well.
 */
export function sealAgeFindings(seal: SealStanding, { most, now }: SealAge): Finding[] {
  const said = seal.state === 'followed' ? [seal.time, seal.cosigned].filter((one) => one !== null) : [];
  const newest = Math.max(...said.map((one) => Date.parse(one.not_after)));
  if (now - newest <= most) return [];
  const key = seal.state === 'followed' ? bodyKey(seal.n) : SEALS_PREFIX;
  const age =
    said.length === 0
      ? 'Nobody outside whom the trust file names says of any seal when it was there'
      : 'The newest seal for which somebody outside vouches is too old';
  const detail = `${age}: this may be a copy that was cut short, or the sealer was stopped.`;
  return [finding({ kind: 'missing', code: 'seal/stale', stream: '', key, detail })];
}
