import { X509Certificate } from 'node:crypto';
import { keyIdOf } from '../canonical/public-key.ts';
import type { KeyId } from '../ports/key-id.ts';
import { openTimestamp, type OpenedTimestamp } from './open-timestamp.ts';
import type { TimeAuthorityEntry } from './time-authority-entry.ts';
import { isTimestampProblem, type TimestampProblem } from './timestamp-problem.ts';

export interface TrustedTime {
  /** UTC milliseconds: the bytes existed by then. */
  readonly notAfter: number;
  /** Of the authority, as the trust file says it. */
  readonly authority: string;
  /** The key that signed. */
  readonly signer: KeyId;
}

const LONGEST_CHAIN = 8;

/** The time before which these bytes existed, by the word of one of the authorities. */
export function checkTimestamp(
  reply: Uint8Array,
  body: Uint8Array,
  authorities: readonly TimeAuthorityEntry[],
): TrustedTime | TimestampProblem {
  let problem: TimestampProblem = 'timestamp/untrusted';
  for (const authority of authorities) {
    const pinned = authority.certificates.map((pem) => new X509Certificate(pem));
    const opened = openTimestamp(reply, body, pinned);
    const found = isTimestampProblem(opened) ? opened : problemUnder(opened, pinned, authority);
    if (found === null && !isTimestampProblem(opened))
      return { notAfter: opened.notAfter, authority: authority.name, signer: signerOf(opened) };
    if (found !== null && found !== 'timestamp/untrusted') problem = found; // it says more than that another authority is no ancestor
  }
  return problem;
}

/** The id of the key that signed a time-stamp: the name under which it is stored. */
export const signerOf = ({ signer }: OpenedTimestamp): KeyId => keyIdOf(signer.publicKey.export({ type: 'spki', format: 'der' }));

function problemUnder(
  { signer, certificates, at, policy }: OpenedTimestamp,
  pinned: readonly X509Certificate[],
  { policy: asked, valid_from: from, valid_to: to }: TimeAuthorityEntry,
): TimestampProblem | null {
  const roots = pinned.filter(({ ca }) => ca);
  const chain = chainTo(roots, [signer], certificates);
  if (chain === null) return 'timestamp/untrusted';
  const isInTime = (from === undefined || Date.parse(from) <= at) && (to === undefined || at < Date.parse(to));
  if (!isInTime || !chain.every((one) => isValidAt(one, at))) return 'timestamp/expired';
  return asked === undefined || asked === policy ? null : 'timestamp/policy';
}

/** From the signer up to a certificate that is pinned; a root that only the reply holds is nobody's. */
function chainTo(
  roots: readonly X509Certificate[],
  chain: readonly X509Certificate[],
  others: readonly X509Certificate[],
): readonly X509Certificate[] | null {
  const last = chain.at(-1);
  if (last === undefined || chain.length > LONGEST_CHAIN) return null;
  const root = roots.find((one) => isIssuedBy(last, one));
  if (root !== undefined) return [...chain, root];
  for (const one of others) {
    if (!one.ca || chain.some(({ raw }) => raw.equals(one.raw)) || !isIssuedBy(last, one)) continue;
    const longer = chainTo(roots, [...chain, one], others);
    if (longer !== null) return longer;
  }
  return null;
}

const isIssuedBy = (one: X509Certificate, issuer: X509Certificate): boolean =>
  one.checkIssued(issuer) && one.verify(issuer.publicKey);

const isValidAt = ({ validFrom, validTo }: X509Certificate, at: number): boolean =>
  Date.parse(validFrom) <= at && at <= Date.parse(validTo);
