import { hash, verify, type KeyObject } from 'node:crypto';
import type { TrailDigest } from './trail-digest.ts';

/** Lower case alone: in either case a changed letter would be the same signature. */
const SIGNATURE = /^(?:[0-9a-f]{2}){256,1024}$/;

/** Hex digits of an RSA signature of 2,048 to 8,192 bits. */
export const isSignature = (text: string): boolean => SIGNATURE.test(text);

/**
 * Whether this key signed this digest (user guide, "Custom implementations of CloudTrail log file integrity validation"): RSASSA-PKCS1-v1_5
 * over the end of its hour, its place in S3, the SHA-256 of its content and the signature of the digest before, or the word null.
 */
export function digestSignatureHolds(
  { bucket, key, signed }: TrailDigest,
  content: Uint8Array,
  signature: string,
  publicKey: KeyObject,
): boolean {
  const text = [signed.end, `${bucket}/${key}`, hash('sha256', content), signed.previousSignature].join('\n');
  return verify('sha256', Buffer.from(text), publicKey, Buffer.from(signature, 'hex'));
}
