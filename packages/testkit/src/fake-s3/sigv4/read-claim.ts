import { S3Error } from '../s3-error.ts';
import type { RawRequest } from '../server/raw-request.ts';
import type { Scope } from './signing-key.ts';

/** Who a request says it is from, and how it says so. */
export interface Claim {
  /** The word of the policy key `s3:authType`. */
  readonly authType: 'REST-HEADER' | 'REST-QUERY-STRING';
  readonly accessKey: string;
  readonly scope: Scope;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly time: string;
  readonly at: number;
  /** Seconds that a presigned address holds; null for a header. */
  readonly lifetime: number | null;
  readonly payloadHash: string;
}

const HEADER =
  /^AWS4-HMAC-SHA256 Credential=([^/, ]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^, ]+), ?Signature=([0-9a-f]{64})$/;
const CREDENTIAL = /^([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/;
const TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** `service`: the one that the claim has to be made out to. */
export function readClaim(request: RawRequest, service: string): Claim {
  const { authorization } = request.headers;
  if (authorization !== undefined) return requireService(fromHeader(request, authorization), service);
  const query = new Map(request.query);
  if (query.has('X-Amz-Signature')) return requireService(fromQuery(query), service);
  throw new S3Error(403, 'AccessDenied', 'Access Denied'); // nobody: no bucket here is open to the world
}

function fromHeader({ headers }: RawRequest, authorization: string): Claim {
  const [, accessKey = '', date = '', region = '', service = '', names = '', signature = ''] = HEADER.exec(authorization) ?? [];
  const time = headers['x-amz-date'] ?? '';
  const payloadHash = headers['x-amz-content-sha256'];
  if (payloadHash === undefined) throw malformed('Missing required header for this request: x-amz-content-sha256');
  const rest = { lifetime: null, payloadHash, signature, signedHeaders: names.split(';') };
  return claim('REST-HEADER', accessKey, { date, region, service }, time, rest);
}

function fromQuery(query: ReadonlyMap<string, string>): Claim {
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') throw malformed('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  const [, accessKey = '', date = '', region = '', service = ''] = CREDENTIAL.exec(query.get('X-Amz-Credential') ?? '') ?? [];
  const lifetime = Number(query.get('X-Amz-Expires'));
  if (!Number.isInteger(lifetime) || lifetime < 1 || lifetime > 604_800) {
    throw malformed(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  }
  const signedHeaders = (query.get('X-Amz-SignedHeaders') ?? '').split(';');
  const signature = query.get('X-Amz-Signature') ?? '';
  const payloadHash = query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD';
  const rest = { lifetime, payloadHash, signature, signedHeaders };
  return claim('REST-QUERY-STRING', accessKey, { date, region, service }, query.get('X-Amz-Date') ?? '', rest);
}

type Rest = Pick<Claim, 'lifetime' | 'payloadHash' | 'signature' | 'signedHeaders'>;

function claim(authType: Claim['authType'], accessKey: string, scope: Scope, time: string, rest: Rest): Claim {
  const at = Date.parse(time.replace(TIME, '$1-$2-$3T$4:$5:$6Z'));
  if (accessKey === '' || !time.startsWith(scope.date) || Number.isNaN(at)) {
    throw malformed('The authorization header is malformed.');
  }
  return { authType, accessKey, scope, time, at, ...rest };
}

function requireService(claim: Claim, service: string): Claim {
  if (claim.scope.service !== service) throw malformed('The authorization header is malformed.');
  return claim;
}

const malformed = (message: string): S3Error => new S3Error(400, 'AuthorizationHeaderMalformed', message);
