import { createPublicKey, verify } from 'node:crypto';
import * as v from 'valibot';
import { text, timestamp } from '../facts/words.ts';
import type { IdentityToken } from './parse-identity-token.ts';

const base64url = (bytes: { least: number; most: number }) =>
  v.custom<string>((value) => {
    if (typeof value !== 'string' || value.length > 2 * bytes.most) return false;
    const decoded = Buffer.from(value, 'base64url');
    return decoded.toString('base64url') === value && decoded.length >= bytes.least && decoded.length <= bytes.most;
  }, 'canonical base64url of 256 to 1024 bytes');

export const issuerName = v.pipe(text(255), v.regex(/^https:\/\/[!-~]+$/, 'an https issuer'));

/** A key as its issuer's JWKS publishes it, without the members that only say what it is for. */
export const publishedKey = v.strictObject({
  kid: v.pipe(v.string(), v.regex(/^[!-~]{1,255}$/, 'the id of a key')),
  // 2048 bits at least, and the one exponent in use: a small one makes signatures forgeable (RFC 8017 appendix, CVE-2006-4339).
  jwk: v.strictObject({ kty: v.literal('RSA'), n: base64url({ least: 256, most: 1024 }), e: v.literal('AQAB') }),
});

export type PublishedKey = Readonly<v.InferOutput<typeof publishedKey>>;

/** A key of an OIDC issuer, with the time in which it counts. */
export const issuerKey = v.strictObject({
  issuer: issuerName,
  ...publishedKey.entries,
  valid_from: timestamp,
  valid_to: v.nullable(timestamp),
});

export type IssuerKey = Readonly<v.InferOutput<typeof issuerKey>>;

/** A key as one look at its issuer shows it: it is there. From when on it was, or until when it will be, one look does not tell. */
export function keyAsSeen(issuer: string, key: PublishedKey): IssuerKey {
  return { issuer, ...key, valid_from: '1970-01-01T00:00:00.000Z', valid_to: null };
}

/** Whether the key counts for tokens issued at this time; epoch seconds. */
export function isIssuerKeyValid({ valid_from: from, valid_to: to }: IssuerKey, issuedAt: number): boolean {
  return Date.parse(from) <= issuedAt * 1000 && (to === null || issuedAt * 1000 < Date.parse(to));
}

/** RSASSA-PKCS1-v1_5 over SHA-256 (RFC 7518 3.3). */
export function isSignedBy({ jwk }: IssuerKey, { signed, signature }: IdentityToken): boolean {
  return verify('sha256', signed, createPublicKey({ key: { ...jwk }, format: 'jwk' }), signature);
}
