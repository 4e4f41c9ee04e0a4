import { createHash } from 'node:crypto';
import { S3Error } from '../s3-error.ts';
import type { S3Request } from '../server/s3-request.ts';
import { CHECKSUM_ALGORITHMS, checksumHeader, checksumOf, isChecksum, type Checksum } from '../state/checksum.ts';
import type { Encryption, StoredContent } from '../state/stored-version.ts';

/** The body with everything that comes back beside it; refused if a digest of the sender does not fit. */
export function newContent(request: S3Request, encryption: Encryption): StoredContent {
  const { body, headers } = request;
  expectMd5(headers['content-md5'], body);
  const sent = sentChecksum(request);
  if (sent !== null) expectChecksum(sent, body);
  return {
    bytes: body,
    etag: etagOf(body, encryption),
    checksum: sent ?? checksumOf('CRC64NVME', body),
    encryption,
    headers: keptHeaders(headers),
  };
}

/** Under SSE-KMS an ETag is not an MD5 (doc_source/checking-object-integrity.md). */
export function etagOf(bytes: Buffer, { kind }: Encryption): string {
  const md5 = createHash('md5').update(bytes);
  return `"${(kind === 'AES256' ? md5 : md5.update('under a key of KMS')).digest('hex')}"`;
}

const KEPT = ['content-type', 'content-disposition', 'content-language', 'cache-control', 'expires'];

export function keptHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => KEPT.includes(name) || name.startsWith('x-amz-meta-'));
  const encoding = (headers['content-encoding'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== 'aws-chunked' && one !== '');
  return {
    'content-type': 'binary/octet-stream',
    ...Object.fromEntries(kept),
    ...(encoding.length === 0 ? {} : { 'content-encoding': encoding.join(',') }),
  };
}

/** The one checksum that came along, in a header or in the trailer. */
export function sentChecksum({ headers, trailer }: S3Request): Checksum | null {
  const sent = CHECKSUM_ALGORITHMS.flatMap((algorithm) => {
    const value = headers[checksumHeader(algorithm)] ?? trailer[checksumHeader(algorithm)];
    return value === undefined ? [] : [{ algorithm, value }];
  });
  if (sent.length > 1) {
    const message = 'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.';
    throw new S3Error(400, 'InvalidRequest', message);
  }
  const named = headers['x-amz-sdk-checksum-algorithm'];
  if (named !== undefined && sent[0]?.algorithm !== named) {
    const message =
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.';
    throw new S3Error(400, 'InvalidRequest', message);
  }
  return sent[0] ?? null;
}

export function expectChecksum(sent: Checksum, body: Buffer): void {
  if (!isChecksum(sent)) {
    throw new S3Error(400, 'InvalidRequest', `Value for ${checksumHeader(sent.algorithm)} header is invalid.`);
  }
  if (checksumOf(sent.algorithm, body).value === sent.value) return;
  throw new S3Error(400, 'BadDigest', `The ${sent.algorithm} you specified did not match the calculated checksum.`);
}

export function expectMd5(sent: string | undefined, body: Buffer): void {
  if (sent === undefined) return;
  if (Buffer.from(sent, 'base64').length !== 16) {
    throw new S3Error(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.', { 'Content-MD5': sent });
  }
  const calculated = createHash('md5').update(body).digest('base64');
  if (sent === calculated) return;
  const fields = { ExpectedDigest: sent, CalculatedDigest: calculated };
  throw new S3Error(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.', fields);
}
