import { finding, type Finding } from '../../../ledger/verify/finding.ts';
import { SEALS_PREFIX } from '../../../ledger/layout.ts';
import { bodyKey } from '../../../ledger/seals/seal-layout.ts';
import type { TrustFile } from '../../../ledger/trust/trust-file.ts';
import type { SealStanding } from '../seal-verification.ts';
import { SEAL_STALE } from './seal-stale.ts';

export interface SealAge {
  /** Milliseconds. */
  readonly most: number;
  /** UTC milliseconds. */
  readonly now: number;
  /** Whose word counts; undefined: nobody's. */
  readonly trust: Pick<TrustFile, 'time_authorities' | 'witnesses'> | undefined;
}

/**
 * Whether somebody outside has vouched for the newest seal lately. A copy that was cut short verifies up to where it ends, and its last
 * seal gets older by the hour (attack 6). The sealer's own clock is not asked: a copy of yesterday would show it as well.
 */
export function sealAgeFindings(seal: SealStanding, { most, now, trust }: SealAge): Finding[] {
  const said = seal.state === 'followed' ? [seal.time, seal.cosigned].filter((one) => one !== null) : [];
  const newest = Math.max(...said.map((one) => Date.parse(one.not_after)));
  if (now - newest <= most) return [];
  const key = seal.state === 'followed' ? bodyKey(seal.n) : SEALS_PREFIX;
  const detail = said.length === 0 ? nobodySays(seal, isAnyonePinned(trust)) : TOO_OLD;
  return [finding({ kind: 'missing', code: SEAL_STALE, stream: '', key, detail })];
}

const TOO_OLD =
  'The newest seal for which somebody outside vouches is too old: this may be a copy that was cut short, or the sealer was stopped; ' +
  'look for a newer seal where the ledger is kept, and seal again.';

/** It accuses nobody: a ledger of which nobody outside was ever asked looks like one whose newer seals were taken away. */
function nobodySays(seal: SealStanding, isPinned: boolean): string {
  const lacks = LACKS[seal.state];
  if (lacks !== null) return `Nobody vouches for how old this is: ${lacks}.`;
  return isPinned
    ? 'Nobody vouches for how old the newest seal is: no time authority or witness that the trust file names has said when any seal was ' +
        'there; seal again with --tsa or --witness.'
    : 'Nobody vouches for how old the newest seal is: the trust file names no time_authorities and no witnesses; pin those whom ' +
        '"proofrail seal" asks with --tsa or --witness.';
}

const LACKS: Readonly<Record<SealStanding['state'], string | null>> = {
  none: 'the ledger has no seal; seal it with --tsa or --witness, and pin those in the trust file',
  'not-checked': 'one stream alone was verified, and seals cover all of them; verify without --stream',
  broken: 'no seal can be followed to its checkpoint; other findings say why',
  followed: null,
};

const isAnyonePinned = (trust: SealAge['trust']): boolean =>
  (trust?.time_authorities ?? []).length > 0 || (trust?.witnesses?.keys ?? []).length > 0;
