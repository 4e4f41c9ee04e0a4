import { kmsKeyId, kmsKeysOf } from './kms-keys.ts';
import type { SetLock } from './lengthened-locks.ts';
import type { LedgerPlace } from './ledger-place.ts';
import { deedOf, type TrailEvent } from './trail-event.ts';
import { trailFinding, type TrailFinding } from './trail-finding.ts';

export type Judged =
  /** A new version of an object, as our writers make it. */
  | { readonly kind: 'write'; readonly key: string }
  /** The lock of a version was set anew: by the keeper, who only lengthens, or by somebody else. */
  | { readonly kind: 'lock'; readonly set: SetLock }
  /** Nothing of ours does this. */
  | { readonly kind: 'finding'; readonly finding: TrailFinding }
  /** Somebody wanted to, and AWS refused. */
  | { readonly kind: 'attempt' }
  | { readonly kind: 'elsewhere' };

const ELSEWHERE: Judged = { kind: 'elsewhere' };

/** The answers that a create-only write gets when another writer was faster (docs/stores.md). */
const LOST_RACE = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);

const BYPASS = 'x-amz-bypass-governance-retention';

/** Some of it is not marked as reading, and none of it changes a key. */
const USE_OF_A_KEY = /^(Encrypt|Decrypt|ReEncrypt|Generate[A-Z]|Sign|Verify|DeriveSharedSecret)/;

/** What an event means for the ledger. A call that is not known to be harmless is a finding, so that new ones of AWS are none of our blind spots. */
export function judgeEvent(event: TrailEvent, place: LedgerPlace): Judged {
  if (event.readOnly) return ELSEWHERE;
  switch (event.source) {
    case 's3.amazonaws.com':
      return bucketsOf(event).includes(place.bucket) ? judgeInBucket(event, place) : ELSEWHERE;
    case 'kms.amazonaws.com':
      return isAboutKey(event, place) && !USE_OF_A_KEY.test(event.name)
        ? done(event, 'cloudtrail/key-changed', keyOf(event), 'A KMS key was changed.')
        : ELSEWHERE;
    case 'cloudtrail.amazonaws.com':
      return done(event, 'cloudtrail/trail-changed', trailOf(event), 'A trail was changed, stopped or started.');
    default:
      return ELSEWHERE;
  }
}

function judgeInBucket(event: TrailEvent, { bucket, prefix }: LedgerPlace): Judged {
  const key = textIn(event.request['key']);
  if (key !== null && !key.startsWith(prefix)) return ELSEWHERE;
  if (key !== null && event.name === 'PutObject') return wasWritten(event, key);
  if (key !== null && event.name === 'DeleteObject') return wasDeleted(event, key);
  if (key !== null && event.name === 'PutObjectRetention') return wasLocked(event, key);
  if (event.name === 'DeleteObjects')
    return done(event, 'cloudtrail/batch-delete', bucket, 'Objects of the bucket were deleted; the event does not say which.');
  if (event.ofObjects || key !== null)
    return done(event, 'cloudtrail/foreign-call', key ?? bucket, 'No part of Proofrail makes this call.');
  return done(event, 'cloudtrail/bucket-changed', bucket, 'A setting of the bucket was changed.');
}

function wasWritten(event: TrailEvent, key: string): Judged {
  if (event.error === null) return { kind: 'write', key };
  return LOST_RACE.has(event.error) ? ELSEWHERE : { kind: 'attempt' };
}

function wasDeleted(event: TrailEvent, key: string): Judged {
  if (textIn(event.request['versionId']) === null)
    return done(event, 'cloudtrail/marker-placed', key, 'A delete marker was put over the object.');
  // A marker that is gone again leaves no trace in the bucket: this event is all there is of it (attack 1).
  return String(event.response['x-amz-delete-marker']) === 'true'
    ? done(event, 'cloudtrail/marker-removed', key, 'A delete marker was removed again: for some time it hid the object.')
    : done(event, 'cloudtrail/version-deleted', key, 'A version of the object was deleted.');
}

/** Whoever asks to go round a lock that somebody may lift lengthens nothing, and our keeper always names the version. */
function wasLocked(event: TrailEvent, key: string): Judged {
  const judged = done(
    event,
    'cloudtrail/foreign-call',
    key,
    'The lock was set anew, and nothing shows that it only became longer.',
  );
  const version = textIn(event.request['versionId']);
  const isRoundLock = event.request[BYPASS] !== undefined;
  return judged.kind !== 'finding' || version === null || isRoundLock
    ? judged
    : { kind: 'lock', set: { key, version, event, finding: judged.finding } };
}

const done = (event: TrailEvent, code: string, key: string, detail: string): Judged =>
  event.error === null
    ? { kind: 'finding', finding: trailFinding('unrecorded', code, key, detail, { event: deedOf(event) }) }
    : { kind: 'attempt' };

/** By name and by resource: whoever comes through an access point names that in place of the bucket. */
const bucketsOf = ({ request, resources }: TrailEvent): (string | undefined)[] => [
  textIn(request['bucketName']) ?? undefined,
  ...resources.map((arn) => /^arn:[a-z-]+:s3:::([^/]+)/.exec(arn)?.[1]),
];

function isAboutKey(event: TrailEvent, { kmsKeys }: LedgerPlace): boolean {
  const about = kmsKeysOf(event).map(kmsKeyId);
  // An event that names no key could be about any.
  return kmsKeys.length === 0 || about.length === 0 || kmsKeys.some((key) => about.includes(kmsKeyId(key)));
}

const keyOf = (event: TrailEvent): string => kmsKeysOf(event)[0] ?? 'kms';

const trailOf = ({ request }: TrailEvent): string => textIn(request['name']) ?? textIn(request['trailName']) ?? 'cloudtrail';

const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
