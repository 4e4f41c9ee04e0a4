import type { SignCommandInput } from '@aws-sdk/client-kms';
import { createHash } from 'node:crypto';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { SignatureAlgorithm } from '@proofrail/core/ports';

const MOST_BYTES = 4096; // AWS KMS API reference, Sign: Message

type SigningRequest = Pick<SignCommandInput, 'Message' | 'MessageType' | 'SigningAlgorithm'>;

/**
 * How KMS is asked for one signature. A long message goes to a P-256 key as its digest, which gives the same signature. Pure Ed25519
 * knows no such way: what KMS offers in its place (ED25519_PH_SHA_512) is another algorithm, under which nothing of ours verifies.
 *
 * @throws ConfigurationError `key/too-large-to-sign`
 */
export function signingRequest(algorithm: SignatureAlgorithm, message: Uint8Array, arn: string): SigningRequest {
  const fits = message.length <= MOST_BYTES;
  switch (algorithm) {
    case 'ecdsa-p256-sha256':
      return fits
        ? { Message: message, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' }
        : { Message: createHash('sha256').update(message).digest(), MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' };
    case 'ed25519':
      if (!fits) throw tooLarge(message.length, arn);
      return { Message: message, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' };
  }
}

const tooLarge = (length: number, arn: string): ConfigurationError =>
  new ConfigurationError('key/too-large-to-sign', {
    expected: `at most ${MOST_BYTES} bytes, which is what KMS signs with an Ed25519 key`,
    found: `a record of ${length} bytes`,
    at: arn,
    doThis: 'Sign with a key of spec ECC_NIST_P256, which signs records of any size.',
  });
