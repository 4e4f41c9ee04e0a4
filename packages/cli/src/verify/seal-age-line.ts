import { outcomeOf, type Finding } from '@proofrail/core/ledger';
import { SEAL_STALE, type Verification } from '@proofrail/core/verification';

const isStale = ({ code }: Finding): boolean => code === SEAL_STALE;

/**
 * The last line where --sealed-within alone stands against a ledger; null: something else does, or nothing. What nobody vouches for was
 * not shown to be tampered with, though it counts as much: a copy that was cut short looks the same.
 */
export function sealAgeLine({ findings, seal, streams, since }: Verification): string | null {
  const wrong = findings.filter((one) => outcomeOf(one) === 'tampered');
  if (wrong.length === 0 || !wrong.every(isStale)) return null;
  const isKnown = seal.state === 'followed' && (seal.time !== null || seal.cosigned !== null);
  const why = isKnown
    ? 'the newest seal for which somebody outside vouches is too old'
    : `nobody outside vouches for how old ${seal.state === 'none' ? 'it' : 'its newest seal'} is`;
  const whatElse = restText(findings, streams.length === 0 && since === null);
  const doThis = isKnown ? 'look for a newer seal where it is kept, and seal again' : 'the finding says whom to ask';
  return `not shown to be recent: ${why}, and a copy that was cut short would look the same; ${doThis}. ${whatElse}`;
}

function restText(findings: readonly Finding[], isEmpty: boolean): string {
  if (isEmpty) return 'Nothing else lies here; is this the place?';
  if (findings.some((one) => outcomeOf(one) === 'unavailable')) return 'Part of the ledger could not be read.';
  return 'Nothing else is wrong with it.';
}
