import { finding, type Finding } from '../../ledger/verify/finding.ts';
import { planKey, FIRST_SEAL } from '../../ledger/seals/seal-layout.ts';

/**
 * Whoever pins a key of a log says that there is one. Otherwise somebody could take all seals out of a copy, or put a plan of their own in
 * their place, and the ledger would look as if it had never been sealed.
 */
export const noSignedSeal = (): Finding =>
  finding({
    kind: 'missing',
    code: 'seal/none',
    stream: '',
    key: planKey(FIRST_SEAL),
    detail:
      'The trust file names a key of the log, and no seal here is signed by one: they were taken away, or none was made yet.',
  });
