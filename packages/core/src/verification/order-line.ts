import type { Assurance } from '../ports/object-store.ts';
import type { SealStanding, SealVerification } from '../seal/verify/seal-verification.ts';
import { counted } from '../text/counted.ts';

const MEDIUM: Readonly<Record<Assurance, string>> = {
  local: 'folder',
  locked: 'bucket',
  versioned: 'bucket',
  volatile: 'process',
};

/** On what it rests that nothing was put in order otherwise. Never left out: a silence would look like a yes. */
export function orderLine(seal: SealStanding, assurance: Assurance): string {
  switch (seal.state) {
    case 'none':
      return `not sealed: order rests on the ${MEDIUM[assurance]}`;
    case 'not-checked':
      return 'seals not checked: they cover all streams, and one alone was asked for';
    case 'broken':
      return 'seals broken: no checkpoint can be followed';
    case 'followed': {
      const { n, records, origin, sealed_at: at, signed_by: keys, time, cosigned } = seal;
      const by = keys.length === 0 ? 'no key of a trust file' : `${counted(keys.length, 'key')} of the trust file`;
      return `${counted(records, 'record')} sealed by checkpoint ${n} of ${origin} at ${at}, signed by ${by}${outside(time, cosigned)}`;
    }
  }
}

function outside(time: SealVerification['time'], cosigned: SealVerification['cosigned']): string {
  return [
    ...(time === null ? [] : [`; checkpoint ${time.n} not after ${time.not_after} (${time.authorities.join(', ')})`]),
    ...(cosigned === null
      ? []
      : [`; checkpoint ${cosigned.n} cosigned by ${cosigned.by.length} of the witnesses, not after ${cosigned.not_after}`]),
  ].join('');
}
