import { hash, verify, type X509Certificate } from 'node:crypto';
import { X509Certificate as ParsedCertificate } from '@sigstore/core';
import { parseTimestamp, type Timestamp } from './parse-timestamp.ts';
import { isTimestampProblem, type TimestampProblem } from './timestamp-problem.ts';

export interface OpenedTimestamp extends Timestamp {
  /** The certificate under which the signature is right; whether anybody trusts it is another question. */
  readonly signer: X509Certificate;
}

const TIMESTAMP_INFO = '1.2.840.113549.1.9.16.1.4';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** SHA-1 only where a certificate is named by it (RFC 2634 5.4): that takes a second preimage. */
const CERTIFICATE_DIGESTS: Readonly<Record<string, string>> = { ...DIGESTS, '1.3.14.3.2.26': 'sha1' };
const BY_DIGEST_ALGORITHM = '1.2.840.113549.1.1.1'; // rsaEncryption
const SIGNATURES: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
};

/**
 * A time-stamp that is about these bytes, signed by the key of a certificate that may sign nothing but time-stamps. `known`: certificates
 * beside those in the reply.
 */
export function openTimestamp(
  reply: Uint8Array,
  body: Uint8Array,
  known: readonly X509Certificate[] = [],
): OpenedTimestamp | TimestampProblem {
  const timestamp = parseTimestamp(reply);
  if (isTimestampProblem(timestamp)) return timestamp;
  if (!isDigest(timestamp.imprint, body, DIGESTS)) return 'timestamp/imprint';
  const { certificate } = timestamp.signed;
  const signer = [...timestamp.certificates, ...known].find(({ raw }) => isDigest(certificate, raw, CERTIFICATE_DIGESTS));
  if (signer === undefined) return 'timestamp/no-certificate';
  if (!isSigned(timestamp, signer)) return 'timestamp/signature';
  return isForTimeAlone(signer) ? { ...timestamp, signer } : 'timestamp/purpose';
}

function isSigned(
  { signed, content, digestAlgorithm, signatureAlgorithm, signature }: Timestamp,
  signer: X509Certificate,
): boolean {
  const isAbout = isDigest({ algorithm: digestAlgorithm, digest: signed.messageDigest }, content, DIGESTS);
  const digest = signatureAlgorithm === BY_DIGEST_ALGORITHM ? DIGESTS[digestAlgorithm] : SIGNATURES[signatureAlgorithm];
  if (!isAbout || signed.contentType !== TIMESTAMP_INFO || digest === undefined) return false;
  try {
    return verify(digest, signed.der, signer.publicKey, signature);
  } catch {
    return false; // a key of a kind that signs in another way
  }
}

/** RFC 3161 2.3: critical, and with no other purpose beside it, so that no key that signs anything else can be made to tell the time. */
function isForTimeAlone({ raw, keyUsage }: X509Certificate): boolean {
  const purposes = keyUsage as readonly string[] | undefined; // Node's types say string[]; without the extension there is none
  const extension = ParsedCertificate.parse(Buffer.from(raw)).extension(EXTENDED_KEY_USAGE);
  return extension?.critical === true && purposes?.length === 1 && purposes[0] === TIME_STAMPING;
}

interface Digest {
  readonly algorithm: string;
  readonly digest: Buffer;
}

function isDigest({ algorithm, digest }: Digest, of: Uint8Array, known: Readonly<Record<string, string>>): boolean {
  const name = known[algorithm];
  return name !== undefined && hash(name, of, 'buffer').equals(digest);
}
