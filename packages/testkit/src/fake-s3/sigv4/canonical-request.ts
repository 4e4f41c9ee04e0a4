import { createHash } from 'node:crypto';

export interface SignedParts {
  readonly method: string;
  /** As sent, still encoded. */
  readonly rawPath: string;
  /** Decoded pairs in any order. */
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  /** Lower case, sorted. */
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
}

/** The text that both sides hash. S3 encodes a path once and never normalises it. */
export function canonicalRequest(parts: SignedParts): string {
  const query = parts.query
    .map(([name, value]) => [uriEncoded(name), uriEncoded(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? order(x, y) : order(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const headers = parts.signedHeaders.map((name) => `${name}:${(parts.headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}\n`);
  const path = parts.rawPath.split('/').map((segment) => uriEncoded(decodeURIComponent(segment)));
  return [parts.method, path.join('/'), query, headers.join(''), parts.signedHeaders.join(';'), parts.payloadHash].join('\n');
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const uriEncoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

export const sha256Hex = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
