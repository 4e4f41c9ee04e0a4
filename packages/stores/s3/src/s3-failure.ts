import { UnavailableError } from '@proofrail/core/outcomes';
import { refusalIn, refusalText } from './s3-answer.ts';

const EXPIRED = 'The credentials have run out: let the job assume its role again.';
const ADVICE: Readonly<Record<string, string>> = {
  NoSuchBucket: 'Check the name; "proofrail ledger init --ledger s3://…" says how to make one.',
  CredentialsProviderError:
    'Give a job a role (the input "role-to-assume" of an action, --role-to-assume of a command); on a laptop, whatever the AWS CLI takes, such as AWS_PROFILE.',
  ExpiredToken: EXPIRED,
  ExpiredTokenException: EXPIRED,
  RequestExpired: EXPIRED,
  TokenRefreshRequired: EXPIRED,
  InvalidToken: 'The session token is none that the server gave: let the job assume its role again.',
  RequestTimeTooSkewed: 'The clock of this machine is wrong by more than 15 minutes: set it, and run it again.',
  ENOTFOUND:
    'Nobody knows the name of the server: check the region or the endpoint, and whether this machine reaches a resolver.',
  InvalidAccessKeyId: 'The server does not know this access key: check whose credentials the job has.',
  SignatureDoesNotMatch: 'The secret key is another one than the server knows, or the clock of this machine is wrong.',
  AuthorizationHeaderMalformed: 'The bucket lies in another region: name it in the URI, ?region=…',
  PermanentRedirect: 'The bucket lies in another region: name it in the URI, ?region=…',
  KMS: 'Let the role use the KMS key (kms:GenerateDataKey, kms:Decrypt), and see that the key is enabled.',
};

/** A bucket that refused, or did not answer where nothing hangs on the answer. `permission`: what the role needs for the call. */
export function s3Failure(cause: unknown, at: string, permission: string): UnavailableError {
  const refusal = refusalIn(cause);
  const denied = refusal.status === 403 && !Object.hasOwn(ADVICE, refusal.code);
  const code = refusal.code.startsWith('KMS') ? 'KMS' : refusal.code;
  return new UnavailableError(denied ? 'store/denied' : 'store/unavailable', {
    expected: `an answer to a call that needs ${permission}`,
    found: refusalText(refusal),
    at,
    doThis: denied
      ? `Give the role ${permission} on this key, and let no policy of the bucket, the key or the organisation deny it. A wrong owner= is refused like this too.`
      : (ADVICE[code] ?? 'Run it again; if it stays so, look at the state of the service.'),
    cause,
  });
}
