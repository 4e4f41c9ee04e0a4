import { checkSignature } from '../fake-s3/sigv4/check-signature.ts';
import { S3Error } from '../fake-s3/s3-error.ts';
import type { RawRequest } from '../fake-s3/server/raw-request.ts';
import { decide } from '../iam/decide.ts';
import { newPair, type FakeKmsKey, type KeyPair } from './fake-kms-key.ts';
import { KmsError, UnmodelledKms } from './kms-error.ts';
import type { KmsFault } from './kms-fault.ts';
import { KmsInput } from './kms-input.ts';
import type { KmsState } from './kms-state.ts';
import { readToSign, sign } from './sign.ts';
import { SIGNING_ALGORITHMS } from './signing-algorithms.ts';

const OPERATIONS = { GetPublicKey: getPublicKey, Sign: signWith } as const;
const isOperation = (name: string): name is keyof typeof OPERATIONS => Object.hasOwn(OPERATIONS, name);

/** The answer to one request, or the KmsError that KMS would give. */
export function answerKmsCall(state: KmsState, raw: RawRequest, operation: string, fault: KmsFault | null): object {
  authenticate(state, raw);
  if (raw.method !== 'POST' || raw.rawPath !== '/') throw new UnmodelledKms(`${raw.method} ${raw.rawPath}`);
  if (!isOperation(operation)) throw new UnmodelledKms(operation);
  const input = new KmsInput(raw.bytes);
  const keyId = input.text('KeyId');
  authorise(state, `kms:${operation}`, keyId);
  return OPERATIONS[operation](usableKey(state, keyId), input, fault);
}

/** The SigV4 check is S3's; only the words of a refusal are others (API reference, common errors). */
function authenticate({ accessKey, region }: KmsState, raw: RawRequest): void {
  try {
    checkSignature(raw, { service: 'kms', region, accessKeys: new Map([[accessKey.id, accessKey]]), now: Date.now() });
  } catch (refusal) {
    if (!(refusal instanceof S3Error)) throw refusal;
    if (refusal.code === 'InvalidAccessKeyId')
      throw new KmsError('UnrecognizedClientException', 'The security token included in the request is invalid.');
    throw new KmsError('InvalidSignatureException', refusal.message);
  }
}

function authorise({ account, policy }: KmsState, action: string, resource: string): void {
  if (policy === null) return;
  const arn = `arn:aws:iam::${account}:role/caller`;
  const request = { action, resource, principal: { arn, account }, conditions: new Map<string, string>() };
  if (decide({ identity: [policy], identityIsEnough: true }, request) === null) return;
  const message = `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
  throw new KmsError('AccessDeniedException', message);
}

/** KMS developer guide, "Key states": the same for both operations. */
function usableKey({ keys }: KmsState, keyId: string): FakeKmsKey {
  const key = keys.get(keyId);
  if (key === undefined) throw new KmsError('NotFoundException', `Key '${keyId}' does not exist`);
  switch (key.state) {
    case 'Enabled':
      return key;
    case 'Disabled':
      throw new KmsError('DisabledException', `${key.arn} is disabled.`);
    case 'PendingDeletion':
      throw new KmsError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
  }
}

function getPublicKey(key: FakeKmsKey, input: KmsInput, fault: KmsFault | null): object {
  input.knowsOnly(['KeyId']);
  if (key.pair === null) throw new KmsError('UnsupportedOperationException', `${key.arn} is a symmetric key.`);
  return {
    KeyId: nameIn(key, fault),
    KeySpec: key.spec,
    CustomerMasterKeySpec: key.spec,
    KeyUsage: key.usage,
    PublicKey: key.pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    ...(key.usage === 'SIGN_VERIFY' ? { SigningAlgorithms: SIGNING_ALGORITHMS[key.spec] } : {}),
  };
}

function signWith(key: FakeKmsKey, input: KmsInput, fault: KmsFault | null): object {
  input.knowsOnly(['KeyId', 'Message', 'MessageType', 'SigningAlgorithm']);
  const wanted = readToSign(key, input);
  const pair = fault === 'signed-by-another-key' ? newPair(key.spec) : key.pair;
  const signature = fault === 'no-signature' ? Buffer.from('no signature') : signed(pair, fault, wanted);
  return { KeyId: nameIn(key, fault), Signature: signature.toString('base64'), SigningAlgorithm: wanted.algorithm };
}

function signed(pair: KeyPair | null, fault: KmsFault | null, wanted: ReturnType<typeof readToSign>): Buffer {
  if (pair === null) throw new UnmodelledKms('signing with a symmetric key');
  return sign(pair, fault === 'another-message' ? { ...wanted, message: Buffer.alloc(32, 1) } : wanted);
}

const nameIn = ({ arn }: FakeKmsKey, fault: KmsFault | null): string =>
  fault === 'named-otherwise' ? arn.replace(/[^/]+$/, '00000000-0000-4000-8000-000000000000') : arn;
