import { X509Certificate } from 'node:crypto';
import * as v from 'valibot';
import { text, timestamp } from '../facts/words.ts';

const ONE_CERTIFICATE = /^-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/;

const certificate = v.pipe(
  v.string(),
  v.maxLength(16_384),
  v.check((pem) => isCertificate(pem), 'one certificate in PEM'),
);

/** An authority whose word on time counts, as a trust file names it. */
export const timeAuthorityEntry = v.pipe(
  v.strictObject({
    /** For people. */
    name: text(255),
    /** Its root, and what else a chain from its signers up to there needs and its time-stamps do not hold. */
    certificates: v.pipe(v.array(certificate), v.minLength(1), v.maxLength(16)),
    /** The only policy under which its time-stamps count; absent: any. */
    policy: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-2](?:\.(?:0|[1-9][0-9]{0,38})){1,32}$/, 'an OID in digits'))),
    /** Its time-stamps count from then on, and before then; absent: as long as its certificates are valid. */
    valid_from: v.exactOptional(timestamp),
    valid_to: v.exactOptional(timestamp),
  }),
  v.check(
    ({ certificates }) => certificates.some((pem) => new X509Certificate(pem).ca),
    'a certificate of an authority, not that of a signer alone',
  ),
);

export type TimeAuthorityEntry = Readonly<v.InferOutput<typeof timeAuthorityEntry>>;

function isCertificate(pem: string): boolean {
  try {
    return ONE_CERTIFICATE.test(pem) && new X509Certificate(pem).raw.length > 0;
  } catch {
    return false; // Node throws for exactly one reason
  }
}
