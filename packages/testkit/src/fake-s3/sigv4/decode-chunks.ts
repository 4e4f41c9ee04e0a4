import { S3Error } from '../s3-error.ts';
import { chunkSignature, trailerSignature, type Signing } from './signing-key.ts';

export interface Decoded {
  readonly bytes: Buffer;
  readonly trailer: Readonly<Record<string, string>>;
}

interface Stream {
  readonly kind: string;
  readonly signing: Signing;
  readonly seed: string;
}

const KINDS = new Map([
  ['STREAMING-UNSIGNED-PAYLOAD-TRAILER', { signed: false, trailer: true }],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', { signed: true, trailer: false }],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', { signed: true, trailer: true }],
]);

/** An aws-chunked body, each chunk checked against the signature of the one before it where the stream is signed. */
export function decodeChunks(body: Buffer, { kind, signing, seed }: Stream): Decoded {
  const form = KINDS.get(kind);
  if (form === undefined) throw new S3Error(400, 'InvalidRequest', `${kind} is no x-amz-content-sha256`);
  const chunks: Buffer[] = [];
  let previous = seed;
  let at = 0;
  for (;;) {
    const end = body.indexOf('\r\n', at);
    const [, size = '', signature] =
      /^([0-9a-f]+)(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(body.toString('latin1', at, Math.max(end, at))) ?? [];
    const length = parseInt(size, 16);
    const chunk = body.subarray(end + 2, end + 2 + length);
    if (end < 0 || Number.isNaN(length) || chunk.length !== length) throw incomplete();
    if (form.signed && signature !== chunkSignature(signing, previous, chunk)) throw forged();
    previous = signature ?? previous;
    at = end + 2 + length;
    if (length === 0) break;
    if (body.toString('latin1', at, at + 2) !== '\r\n') throw incomplete();
    at += 2;
    chunks.push(chunk);
  }
  const rest = body.toString('utf8', at);
  return {
    bytes: Buffer.concat(chunks),
    trailer: form.trailer ? readTrailer(rest, form.signed ? { signing, previous } : null) : {},
  };
}

function readTrailer(
  text: string,
  signed: { readonly signing: Signing; readonly previous: string } | null,
): Record<string, string> {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const trailer = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  if (signed === null) return trailer;
  const { 'x-amz-trailer-signature': signature, ...rest } = trailer;
  const canonical = Object.entries(rest).map(([name, value]) => `${name}:${value}\n`);
  if (signature !== trailerSignature(signed.signing, signed.previous, canonical.join(''))) throw forged();
  return rest;
}

const incomplete = (): S3Error => new S3Error(400, 'IncompleteBody', 'The request body terminated unexpectedly');

const forged = (): S3Error =>
  new S3Error(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  );
