import type { KeyId } from '../../../ports/key-id.ts';
import { checkTimestamp, signerOf, type TrustedTime } from '../../../timestamp/check-timestamp.ts';
import { openTimestamp } from '../../../timestamp/open-timestamp.ts';
import type { TimeAuthorityEntry } from '../../../timestamp/time-authority-entry.ts';
import { isTimestampProblem, type TimestampProblem } from '../../../timestamp/timestamp-problem.ts';

export type JudgedTimestamp =
  | { readonly kind: 'timed'; readonly time: TrustedTime }
  /** Of an authority that the trust file does not name; nothing is known against it. */
  | { readonly kind: 'stranger' }
  | { readonly kind: 'wrong'; readonly detail: string };

const MEANINGS: Readonly<Record<TimestampProblem, string>> = {
  'timestamp/form': 'the bytes are no time-stamp',
  'timestamp/refused': 'the authority refused to give one',
  'timestamp/imprint': 'it is about other bytes',
  'timestamp/nonce': 'it answers another request',
  'timestamp/no-certificate': 'the certificate of its signer is neither in it nor in the trust file',
  'timestamp/signature': 'the signature is wrong',
  'timestamp/purpose': 'the certificate of its signer is not for time-stamps alone',
  'timestamp/untrusted': 'no authority of the trust file stands behind it',
  'timestamp/expired': 'a certificate was not valid at its time',
  'timestamp/policy': 'it was given under another policy than the trust file asks for',
};

/** What a stored time-stamp is worth: it must be by the key whose name it lies under, whoever trusts that. */
export function judgeTimestamp(
  reply: Uint8Array,
  body: Uint8Array,
  id: KeyId,
  authorities: readonly TimeAuthorityEntry[],
): JudgedTimestamp {
  const time = checkTimestamp(reply, body, authorities);
  if (!isTimestampProblem(time))
    return time.signer === id ? { kind: 'timed', time } : { kind: 'wrong', detail: 'It is by another key than its name says.' };
  if (time !== 'timestamp/untrusted') return wrong(time);
  const opened = openTimestamp(reply, body);
  if (!isTimestampProblem(opened))
    return signerOf(opened) === id ? { kind: 'stranger' } : { kind: 'wrong', detail: 'It is by another key than its name says.' };
  return opened === 'timestamp/no-certificate' ? { kind: 'stranger' } : wrong(opened);
}

const wrong = (problem: TimestampProblem): JudgedTimestamp => ({
  kind: 'wrong',
  detail: `It is no time-stamp of this checkpoint that counts: ${MEANINGS[problem]} (${problem}).`,
});
