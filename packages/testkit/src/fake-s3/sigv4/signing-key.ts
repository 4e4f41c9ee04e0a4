import { createHmac } from 'node:crypto';
import { sha256Hex } from './canonical-request.ts';

/** `20130524/us-east-1/s3/aws4_request` */
export interface Scope {
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

export interface Signing {
  readonly key: Buffer;
  /** `20130524T000000Z` */
  readonly time: string;
  readonly scope: Scope;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export const scopeText = ({ date, region, service }: Scope): string => `${date}/${region}/${service}/aws4_request`;

export function signingKey(secret: string, { date, region, service }: Scope): Buffer {
  return hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request');
}

export function requestSignature(signing: Signing, canonical: string): string {
  return signature(signing, 'AWS4-HMAC-SHA256', sha256Hex(canonical));
}

const EMPTY = sha256Hex('');

/** Each chunk of a signed stream signs the one before it. */
export function chunkSignature(signing: Signing, previous: string, chunk: Buffer): string {
  return signature(signing, 'AWS4-HMAC-SHA256-PAYLOAD', previous, EMPTY, sha256Hex(chunk));
}

export function trailerSignature(signing: Signing, previous: string, trailer: string): string {
  return signature(signing, 'AWS4-HMAC-SHA256-TRAILER', previous, sha256Hex(trailer));
}

function signature({ key, time, scope }: Signing, algorithm: string, ...rest: readonly string[]): string {
  return hmac(key, [algorithm, time, scopeText(scope), ...rest].join('\n')).toString('hex');
}
