import type { Sha256 } from '../canonical/digest.ts';
import type { KeyId } from '../ports/key-id.ts';
import { platformAudience } from './audience.ts';
import { isIssuerKeyValid, isSignedBy, type IssuerKey } from './issuer-key.ts';
import { parseIdentityToken, type IdentityToken } from './parse-identity-token.ts';
import type { PlatformClaims } from './platform-claims.ts';
import { subjectProblem } from './subject-problem.ts';
import { tokenFailure } from './token-failure.ts';

/** What a token has to be about. */
export interface WitnessedRecord {
  readonly record: Sha256;
  readonly keyId: KeyId;
  /** The repository whose stream holds the record. */
  readonly repositoryId: string;
  /** The time in the record's key, UTC milliseconds; null: not known here, and for whoever verifies the record to hold against it. */
  readonly at: number | null;
}

const CLOCK_SKEW = 300; // seconds that a runner's clock may be off; a token of GitHub's lives for as long

/**
 * The claims of a token under which the platform vouches for a record. Whether the token has expired by now is of no interest: `exp`
 * limits its use, and evidence is read years later. What counts is that record, token and issuer's key fit in time: the record
 * lies in the token's life, and the key was valid when the token was issued. ConfigurationError `token/...` or `json/...`.
 */
export function checkIdentityToken(bytes: Uint8Array, about: WitnessedRecord, issuerKeys: readonly IssuerKey[]): PlatformClaims {
  const token = parseIdentityToken(bytes);
  requireIssuer(token, issuerKeys);
  return requireAbout(token, about);
}

/**
 * The half that needs no key: what the writer looks at before it stores a token.
 *
 * @throws ConfigurationError `token/audience`, `token/repository`, `token/subject`, `token/time`
 */
export function requireAbout({ claims }: IdentityToken, { record, keyId, repositoryId, at }: WitnessedRecord): PlatformClaims {
  if (claims.aud !== platformAudience(record, keyId))
    throw tokenFailure('token/audience', 'the audience of this record and this key', 'another audience');
  if (claims.repository_id !== repositoryId)
    throw tokenFailure('token/repository', 'a run of the repository whose stream this is', 'a run of another repository');
  const problem = subjectProblem(claims);
  if (problem !== null) throw tokenFailure('token/subject', 'repo: with owner and name, with or without their ids', problem);
  if (at !== null && !isInLife(claims, at))
    throw tokenFailure('token/time', 'a token of the time at which the record was stored', 'a token of another time');
  return claims;
}

/** Whether a record of that time (UTC milliseconds) was stored while the token lived. */
export function isInLife({ nbf, exp }: Pick<PlatformClaims, 'nbf' | 'exp'>, at: number): boolean {
  return at >= (nbf - CLOCK_SKEW) * 1000 && at <= (exp + CLOCK_SKEW) * 1000;
}

function requireIssuer(token: IdentityToken, issuerKeys: readonly IssuerKey[]): void {
  const named = issuerKeys.filter(({ issuer, kid }) => issuer === token.claims.iss && kid === token.kid);
  if (named.length === 0) throw tokenFailure('token/unknown-key', 'a key of the trust file', 'another issuer or key id');
  const valid = named.filter((key) => isIssuerKeyValid(key, token.claims.iat));
  if (valid.length === 0)
    throw tokenFailure('token/key-not-valid', 'a key that was valid when the token was issued', 'one that was not');
  if (!valid.some((key) => isSignedBy(key, token)))
    throw tokenFailure('token/signature', 'a signature by that key', 'another one');
}
