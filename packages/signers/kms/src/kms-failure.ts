import { ConfigurationError, UnavailableError } from '@proofrail/core/outcomes';

/** What KMS has to allow for the two calls of a signer. */
export type KmsAction = 'kms:GetPublicKey' | 'kms:Sign';

export const FITTING_KEY = 'a key of spec ECC_NIST_P256 or ECC_NIST_EDWARDS25519 with usage SIGN_VERIFY';

/** Refusals that stay until somebody changes the key. */
const UNUSABLE: Readonly<Record<string, { readonly expected: string; readonly doThis: string }>> = {
  DisabledException: { expected: 'a key that is enabled', doThis: 'Enable the key, or name the one that took its place.' },
  KMSInvalidStateException: {
    expected: 'a key that is enabled',
    doThis: 'Cancel the deletion of the key and enable it: evidence that it signed must stay verifiable. Or name its successor.',
  },
  NotFoundException: {
    expected: 'a key of this ARN',
    doThis: 'Compare region, account and id with the output of "aws kms describe-key".',
  },
  UnsupportedOperationException: { expected: FITTING_KEY, doThis: 'Make a key for signing: spec and usage cannot be changed.' },
  InvalidKeyUsageException: { expected: FITTING_KEY, doThis: 'Make a key for signing: spec and usage cannot be changed.' },
};

const ADVICE: Readonly<Record<string, string>> = {
  CredentialsProviderError:
    'Give a job credentials: "role-to-assume" beside a ledger in a bucket, or aws-actions/configure-aws-credentials; on a laptop, whatever the AWS CLI takes, such as AWS_PROFILE.',
  ENOTFOUND: 'Nobody knows the name of the server: check the region in the ARN, and whether this machine reaches a resolver.',
  ExpiredTokenException: 'The credentials have run out: let the job assume its role again.',
  UnrecognizedClientException: 'KMS does not know this access key: check whose credentials the job has.',
  InvalidSignatureException: 'The secret key is another one than KMS knows, or the clock of this machine is wrong.',
  ThrottlingException: 'Run it again; if it stays so, ask for a higher quota of cryptographic operations in this region.',
};

/** KMS refused, or did not answer. */
export function kmsFailure(cause: unknown, arn: string, action: KmsAction): ConfigurationError | UnavailableError {
  const found = wordIn(cause);
  if (found === 'AccessDeniedException') {
    const doThis = `Allow ${action} on this key to the role of the job, in a policy of the role and in the policy of the key.`;
    return new ConfigurationError('key/kms-denied', {
      expected: `a role that is allowed ${action}`,
      found,
      at: arn,
      doThis,
      cause,
    });
  }
  const unusable = Object.hasOwn(UNUSABLE, found) ? UNUSABLE[found] : undefined;
  if (unusable !== undefined) return new ConfigurationError('key/kms-unusable', { ...unusable, found, at: arn, cause });
  return new UnavailableError('key/unavailable', {
    expected: `an answer to ${action}`,
    found,
    at: arn,
    doThis:
      (Object.hasOwn(ADVICE, found) ? ADVICE[found] : undefined) ??
      'Run it again; if it stays so, look at the state of the service.',
    cause,
  });
}

/** KMS's own word (`DisabledException`), else Node's (`ECONNRESET`). Not by instanceof: errors of another realm are errors too. */
function wordIn(cause: unknown): string {
  const { name, code } = (typeof cause === 'object' && cause !== null ? cause : {}) as { name?: unknown; code?: unknown };
  const word = [name === 'Error' ? code : name, code].find((each) => typeof each === 'string' && each !== '');
  return typeof word === 'string' ? word.replace(/[^\w.-]/g, '?').slice(0, 80) : 'no answer';
}
