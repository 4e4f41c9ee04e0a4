import type { Verification } from '@proofrail/core/ledger';
import { counted } from '../terminal/counted.ts';
import { shown } from '../terminal/shown.ts';

/** Who vouches for the order of the records. Never left out: a silence would look like a yes. */
export function sealLine(seal: Verification['seal']): string {
  switch (seal.state) {
    case 'none':
      return 'not sealed: order rests on the bucket';
    case 'not-checked':
      return 'not checked: it covers all streams, and one alone was asked for';
    case 'broken':
      return 'broken: no checkpoint can be followed';
    case 'followed': {
      const { n, records, origin, sealed_at: at, signed_by: keys } = seal;
      const by = keys.length === 0 ? 'by no key of a trust file' : `by ${counted(keys.length, 'key')} of the trust file`;
      return `${counted(records, 'record')} sealed by checkpoint ${n} of ${shown(origin)} at ${at}, signed ${by}`;
    }
  }
}
