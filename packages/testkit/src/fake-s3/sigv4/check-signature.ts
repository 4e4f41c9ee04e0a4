import { timingSafeEqual } from 'node:crypto';
import { S3Error } from '../s3-error.ts';
import type { RawRequest } from '../server/raw-request.ts';
import type { AccessKey } from '../state/s3-state.ts';
import { canonicalRequest, sha256Hex } from './canonical-request.ts';
import { readClaim, type Claim } from './read-claim.ts';
import { requestSignature, signingKey, type Signing } from './signing-key.ts';

export interface Proof {
  readonly accessKey: AccessKey;
  readonly claim: Claim;
  /** What signed chunks of the body go on from. */
  readonly signing: Signing;
}

interface Known {
  /** As it stands in the scope of a signature: `s3`, `kms`. */
  readonly service: string;
  readonly accessKeys: ReadonlyMap<string, AccessKey>;
  readonly region: string;
  readonly now: number;
}

const MAX_SKEW = 15 * 60_000; // AWS refuses a request that is older or younger

/** Whose request it is, or the refusal that AWS would give. */
export function checkSignature(request: RawRequest, { service, accessKeys, region, now }: Known): Proof {
  const claim = readClaim(request, service);
  const { scope, time } = claim;
  const accessKey = accessKeys.get(claim.accessKey);
  if (accessKey === undefined) {
    throw new S3Error(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  }
  if (scope.region !== region) {
    const message = `The authorization header is malformed; the region '${scope.region}' is wrong; expecting '${region}'`;
    throw new S3Error(400, 'AuthorizationHeaderMalformed', message, { Region: region });
  }
  expectFresh(claim, now);
  expectAllSigned(request, claim);
  const signing = { key: signingKey(accessKey.secret, scope), time, scope };
  const canonical = canonicalRequest({
    ...request,
    query: request.query.filter(([name]) => name !== 'X-Amz-Signature'),
    signedHeaders: claim.signedHeaders,
    payloadHash: claim.payloadHash,
  });
  if (!same(requestSignature(signing, canonical), claim.signature)) {
    const message =
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
    throw new S3Error(403, 'SignatureDoesNotMatch', message, { AWSAccessKeyId: accessKey.id, CanonicalRequest: canonical });
  }
  if (/^[0-9a-f]{64}$/.test(claim.payloadHash) && sha256Hex(request.bytes) !== claim.payloadHash) {
    const message = "The provided 'x-amz-content-sha256' header does not match what was computed.";
    throw new S3Error(400, 'XAmzContentSHA256Mismatch', message);
  }
  return { accessKey, claim, signing };
}

function expectFresh({ at, lifetime }: Claim, now: number): void {
  if (lifetime === null && Math.abs(now - at) > MAX_SKEW) {
    throw new S3Error(403, 'RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.');
  }
  if (lifetime !== null && now > at + lifetime * 1000) throw new S3Error(403, 'AccessDenied', 'Request has expired');
}

/** A header outside the signature could be added on the way. */
function expectAllSigned({ headers }: RawRequest, { signedHeaders }: Claim): void {
  const loose = Object.keys(headers).filter((name) => name.startsWith('x-amz-') && !signedHeaders.includes(name));
  if (!signedHeaders.includes('host')) loose.push('host');
  if (loose.length === 0) return;
  const message = 'There were headers present in the request which were not signed';
  throw new S3Error(403, 'AccessDenied', message, { HeadersNotSigned: loose.join(', ') });
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
