import { hash } from 'node:crypto';
import { der, derInteger, TAG } from './der.ts';

const VERSION = Buffer.from('020101', 'hex');
const SHA256 = Buffer.from('300d06096086480165030402010500', 'hex'); // AlgorithmIdentifier (RFC 5754 2)
const CERTIFICATES_WANTED = Buffer.from('0101ff', 'hex');

/**
 * TimeStampReq (RFC 3161 2.4.1) for the SHA-256 of some bytes. With the certificate of whoever signs: a token must verify when its
 * authority no longer answers. `nonce`: drawn for this request, so that no older answer can be given for it.
 */
export function timestampRequest(body: Uint8Array, nonce: Uint8Array): Buffer {
  const imprint = der(TAG.sequence, SHA256, der(TAG.octets, hash('sha256', body, 'buffer')));
  return der(TAG.sequence, VERSION, imprint, derInteger(nonce), CERTIFICATES_WANTED);
}
