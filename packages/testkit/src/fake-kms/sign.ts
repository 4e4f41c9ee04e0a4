import { sign as signMessage } from 'node:crypto';
import { ecdsaOverDigest } from './ecdsa-over-digest.ts';
import type { FakeKmsKey, KeyPair } from './fake-kms-key.ts';
import { KmsError, UnmodelledKms } from './kms-error.ts';
import type { KmsInput } from './kms-input.ts';
import { SIGNING_ALGORITHMS } from './signing-algorithms.ts';

const MOST_BYTES = 4096; // API reference, Sign: Message
const DIGEST_BYTES = 32;

/** What a key is asked to sign, as far as KMS would go on with it. */
export interface ToSign {
  readonly message: Buffer;
  readonly type: 'RAW' | 'DIGEST';
  readonly algorithm: string;
}

/** API reference, Sign. The refusals come in no documented order: a test makes one mistake at a time. */
export function readToSign(key: FakeKmsKey, input: KmsInput): ToSign {
  const message = Buffer.from(input.text('Message'), 'base64');
  const algorithm = input.text('SigningAlgorithm');
  const type = input.optionalText('MessageType') ?? 'RAW';
  if (type !== 'RAW' && type !== 'DIGEST') throw new UnmodelledKms(`the message type ${type}`);
  if (message.length < 1 || message.length > MOST_BYTES)
    throw new KmsError('ValidationException', `1 validation error detected: Value at 'message' failed to satisfy constraint: Member must have length less than or equal to ${MOST_BYTES}`); // prettier-ignore
  if (key.usage !== 'SIGN_VERIFY')
    throw new KmsError('InvalidKeyUsageException', `${key.arn} key usage is ${key.usage} which is not valid for Sign.`);
  if (!SIGNING_ALGORITHMS[key.spec].includes(algorithm))
    throw new KmsError('InvalidKeyUsageException', `Algorithm ${algorithm} is incompatible with key spec ${key.spec}.`);
  requireFitting(type, algorithm, message);
  return { message, type, algorithm };
}

/** The two forms of Ed25519 take one message type each; a digest has the length of its algorithm. */
function requireFitting(type: ToSign['type'], algorithm: string, message: Buffer): void {
  if (algorithm === 'ED25519_SHA_512' && type !== 'RAW')
    throw new KmsError('ValidationException', `Message type ${type} is invalid for algorithm ${algorithm}.`);
  if (algorithm === 'ED25519_PH_SHA_512' && type !== 'DIGEST')
    throw new KmsError('ValidationException', `Message type ${type} is invalid for algorithm ${algorithm}.`);
  if (algorithm === 'ECDSA_SHA_256' && type === 'DIGEST' && message.length !== DIGEST_BYTES)
    throw new KmsError('ValidationException', `Digest is invalid length for algorithm ${algorithm}.`);
}

/** ECDSA comes as DER, Ed25519 as RFC 8032 has it. */
export function sign({ privateKey }: KeyPair, { message, type, algorithm }: ToSign): Buffer {
  if (algorithm === 'ECDSA_SHA_256') return type === 'RAW' ? signMessage('sha256', message, privateKey) : ecdsaOverDigest(privateKey, message); // prettier-ignore
  if (algorithm === 'ED25519_SHA_512') return signMessage(null, message, privateKey);
  throw new UnmodelledKms(`the algorithm ${algorithm}`);
}
