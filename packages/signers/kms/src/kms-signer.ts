import { GetPublicKeyCommand, SignCommand, type KMSClient } from '@aws-sdk/client-kms';
import { createPublicKey } from 'node:crypto';
import { p1363FromDer, publicKeyFromDer, type PublicKey } from '@proofrail/core/canonical';
import { ConfigurationError, Failure, TamperedError } from '@proofrail/core/outcomes';
import type { Signer } from '@proofrail/core/ports';
import { connectKms, type KmsOptions } from './kms-connection.ts';
import { FITTING_KEY, kmsFailure, type KmsAction } from './kms-failure.ts';
import { signingRequest } from './kms-request.ts';
import { parseKmsUri } from './kms-uri.ts';

/** A signer whose key never leaves KMS, with what others need to check it without KMS. */
export interface KmsSigner extends Signer {
  readonly arn: string;
  readonly publicKey: PublicKey;
  /** SubjectPublicKeyInfo as PEM: for trust files. */
  readonly publicPem: string;
}

/**
 * Reads the public half of a key once; every signature that KMS then gives is checked with it before anybody sees it.
 *
 * @param at where the key was named, for messages
 * @throws ConfigurationError `key/kms-uri`, `key/kms-denied`, `key/kms-unusable`; UnavailableError `key/unavailable`;
 *   TamperedError `key/wrong-answer`, also while signing; what the role throws that gives the credentials, as it came
 */
export async function openKmsSigner(uri: string, at: string, options: KmsOptions = {}): Promise<KmsSigner> {
  const name = parseKmsUri(uri, at);
  const { arn } = name;
  const client = connectKms(name, options);
  const publicKey = await readPublicKey(client, arn);
  const publicPem = createPublicKey({ key: Buffer.from(publicKey.der), format: 'der', type: 'spki' }).export({
    format: 'pem',
    type: 'spki',
  });
  return {
    arn,
    keyId: publicKey.keyId,
    algorithm: publicKey.algorithm,
    publicKey,
    publicPem: String(publicPem),
    sign: (message) => signChecked(client, arn, publicKey, message),
  };
}

async function readPublicKey(client: KMSClient, arn: string): Promise<PublicKey> {
  const answer = await asked('kms:GetPublicKey', arn, () => client.send(new GetPublicKeyCommand({ KeyId: arn })));
  requireSameKey(answer.KeyId, arn);
  const { KeyUsage, PublicKey: der } = answer;
  if (KeyUsage !== 'SIGN_VERIFY' || der === undefined) throw unusable(KeyUsage ?? 'no public half', arn);
  try {
    return publicKeyFromDer(der, arn); // the key itself says of which kind it is: what stands beside it need not be believed
  } catch (cause) {
    throw cause instanceof ConfigurationError ? unusable(cause.found, arn, cause) : cause;
  }
}

async function signChecked(client: KMSClient, arn: string, key: PublicKey, message: Uint8Array): Promise<Uint8Array> {
  const command = new SignCommand({ KeyId: arn, ...signingRequest(key.algorithm, message, arn) });
  const { KeyId, Signature = new Uint8Array() } = await asked('kms:Sign', arn, () => client.send(command));
  requireSameKey(KeyId, arn);
  const signature = key.algorithm === 'ed25519' ? Uint8Array.from(Signature) : p1363FromDer(Signature);
  if (signature !== null && key.verify(message, signature)) return signature;
  throw wrongAnswer('a signature that is right under the public key of this key', 'another one', arn);
}

async function asked<T>(action: KmsAction, arn: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    // Our own come from the role that gives the credentials: nothing was sent, and they say better than KMS what is wrong.
    throw cause instanceof Failure ? cause : kmsFailure(cause, arn, action);
  }
}

/** By ARN, as AWS answers, or by the id in it, as servers do that only speak KMS. */
function requireSameKey(answered: string | undefined, arn: string): void {
  if (answered !== arn && answered !== arn.slice(arn.lastIndexOf('/') + 1))
    throw wrongAnswer('an answer about this key', 'one about another key', arn);
}

/** What signs in the name of KMS and is not this key must not enter a ledger that keeps it for years. */
const wrongAnswer = (expected: string, found: string, at: string): TamperedError =>
  new TamperedError('key/wrong-answer', {
    expected,
    found,
    at,
    doThis: 'Find out who answers in the place of KMS: proxies, endpoints, name resolution. Nothing was recorded.',
  });

const unusable = (found: string, at: string, cause?: unknown): ConfigurationError =>
  new ConfigurationError('key/kms-unusable', {
    expected: FITTING_KEY,
    found,
    at,
    doThis: 'Make a key for signing: spec and usage cannot be changed.',
    cause,
  });
