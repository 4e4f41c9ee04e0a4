import { canonicalJson } from '../../canonical/canonical-json.ts';
import type { Sha256 } from '../../canonical/digest.ts';

/**
 * What lies at `countersignedKey`: a sealer has looked at every receipt of the platform that stood up to this seal, so that the next one
 * begins behind it. It vouches for nothing; whoever plants one has receipts passed over, and loses what a countersignature would prove.
 */
export const countersignedMark = (plan: Sha256): Uint8Array => canonicalJson({ plan, v: 1 });
