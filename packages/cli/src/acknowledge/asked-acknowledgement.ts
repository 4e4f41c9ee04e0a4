import { isSha256 } from '@proofrail/core/canonical';
import { isReasonText } from '@proofrail/core/evidence';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { namedAccount, type NamedAccount } from './account-named.ts';

/** What two people say about a finding. */
export interface AskedAcknowledgement {
  readonly reason: string;
  readonly acknowledgedBy: NamedAccount;
  readonly approvedBy: NamedAccount;
}

/** ConfigurationError `acknowledge/no-finding`, `acknowledge/account`, `acknowledge/approved-by`, `acknowledge/reason`. */
export function acknowledgementIn(options: {
  readonly finding: string;
  readonly reason: string;
  readonly acknowledgedBy: string;
  readonly approvedBy: string;
}): AskedAcknowledgement {
  const { finding, reason, acknowledgedBy, approvedBy } = options;
  if (!isSha256(finding))
    throw refused(
      'acknowledge/no-finding',
      'the digest of a finding: sha256: and 64 hex digits',
      finding,
      '--finding',
      'copy what the verifier prints beside "finding"',
    );
  if (!isReasonText(reason))
    throw refused(
      'acknowledge/reason',
      "at most 500 letters, digits, spaces and . , ; : ( ) ' / # -",
      reason,
      '--reason',
      'say it in plain words: it can be read for as long as the ledger is kept',
    );
  const looked = namedAccount(acknowledgedBy, '--acknowledged-by');
  const agreed = namedAccount(approvedBy, '--approved-by');
  // A machine does what somebody set it to do, who may be whoever looked.
  if (agreed.kind === 'machine' || acknowledgedBy.replace(/^bot:/, '') === agreed.id)
    throw refused(
      'acknowledge/approved-by',
      'the number of a person, somebody else than who looked',
      approvedBy,
      '--approved-by',
      'let a second person agree',
    );
  return { reason, acknowledgedBy: looked, approvedBy: agreed };
}

const refused = (
  code: `acknowledge/${string}`,
  expected: string,
  found: string,
  at: string,
  doThis: string,
): ConfigurationError => new ConfigurationError(code, { expected, found, at, doThis });
