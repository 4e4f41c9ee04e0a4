import type { LedgerPlace } from './ledger-place.ts';
import type { TrailEvent } from './trail-event.ts';
import { trailFinding, type TrailFinding } from './trail-finding.ts';

export type Judged =
  /** A new version of an object, as our writers make it. */
  | { readonly kind: 'write'; readonly key: string }
  /** Nothing of ours does this. */
  | { readonly kind: 'finding'; readonly finding: TrailFinding }
  /** Somebody wanted to, and AWS refused. */
  | { readonly kind: 'attempt' }
  | { readonly kind: 'elsewhere' };

const ELSEWHERE: Judged = { kind: 'elsewhere' };

/** The answers that a create-only write gets when another writer was faster (docs/stores.md). */
const LOST_RACE = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);

/** What an event means for the ledger. A call that is not known to be harmless is a finding, so that new ones of AWS are none of our blind spots. */
export function judgeEvent(event: TrailEvent, place: LedgerPlace): Judged {
  if (event.readOnly) return ELSEWHERE;
  switch (event.source) {
    case 's3.amazonaws.com':
      return bucketOf(event) === place.bucket ? judgeInBucket(event, place) : ELSEWHERE;
    case 'kms.amazonaws.com':
      return isAboutKey(event, place) ? done(event, 'key-changed', keyOf(event), 'A KMS key was changed.') : ELSEWHERE;
    case 'cloudtrail.amazonaws.com':
      return done(event, 'trail-changed', trailOf(event), 'A trail was changed, stopped or started.');
    default:
      return ELSEWHERE;
  }
}

function judgeInBucket(event: TrailEvent, { bucket, prefix }: LedgerPlace): Judged {
  const key = textIn(event.request['key']);
  if (key !== null && !key.startsWith(prefix)) return ELSEWHERE;
  if (key !== null && event.name === 'PutObject') return wasWritten(event, key);
  if (key !== null && event.name === 'DeleteObject') return wasDeleted(event, key);
  if (event.name === 'DeleteObjects')
    return done(event, 'batch-delete', bucket, 'Objects of the bucket were deleted; the event does not say which.');
  if (event.ofObjects || key !== null) return done(event, 'foreign-call', key ?? bucket, 'No part of Proofrail makes this call.');
  return done(event, 'bucket-changed', bucket, 'A setting of the bucket was changed.');
}

function wasWritten(event: TrailEvent, key: string): Judged {
  if (event.error === null) return { kind: 'write', key };
  return LOST_RACE.has(event.error) ? ELSEWHERE : { kind: 'attempt' };
}

function wasDeleted(event: TrailEvent, key: string): Judged {
  if (textIn(event.request['versionId']) === null)
    return done(event, 'marker-placed', key, 'A delete marker was put over the object.');
  // A marker that is gone again leaves no trace in the bucket: this event is all there is of it (attack 1).
  return String(event.response['x-amz-delete-marker']) === 'true'
    ? done(event, 'marker-removed', key, 'A delete marker was removed again: for some time it hid the object.')
    : done(event, 'version-deleted', key, 'A version of the object was deleted.');
}

type Deed =
  | 'batch-delete'
  | 'bucket-changed'
  | 'foreign-call'
  | 'key-changed'
  | 'marker-placed'
  | 'marker-removed'
  | 'trail-changed'
  | 'version-deleted';

const CODES: Readonly<Record<Deed, string>> = {
  'batch-delete': 'cloudtrail/batch-delete',
  'bucket-changed': 'cloudtrail/bucket-changed',
  'foreign-call': 'cloudtrail/foreign-call',
  'key-changed': 'cloudtrail/key-changed',
  'marker-placed': 'cloudtrail/marker-placed',
  'marker-removed': 'cloudtrail/marker-removed',
  'trail-changed': 'cloudtrail/trail-changed',
  'version-deleted': 'cloudtrail/version-deleted',
};

const done = (event: TrailEvent, deed: Deed, key: string, detail: string): Judged =>
  event.error === null
    ? { kind: 'finding', finding: trailFinding('unrecorded', CODES[deed], key, detail, event) }
    : { kind: 'attempt' };

function bucketOf({ request, resources }: TrailEvent): string | null {
  const named = textIn(request['bucketName']);
  const arn = resources.find((each) => each.startsWith('arn:aws:s3:::'));
  return named ?? arn?.slice('arn:aws:s3:::'.length).split('/')[0] ?? null;
}

/** ARNs and ids alike: the id alone. */
const idOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

export const keysOf = ({ request, response, resources }: TrailEvent): string[] => [
  ...new Set([...resources, textIn(request['keyId']), textIn(response['keyId'])].filter((key) => key !== null)),
];

function isAboutKey(event: TrailEvent, { kmsKeys }: LedgerPlace): boolean {
  const about = keysOf(event).map(idOf);
  // An event that names no key could be about any.
  return kmsKeys.length === 0 || about.length === 0 || kmsKeys.some((key) => about.includes(idOf(key)));
}

const keyOf = (event: TrailEvent): string => keysOf(event)[0] ?? 'kms';

const trailOf = ({ request }: TrailEvent): string => textIn(request['name']) ?? textIn(request['trailName']) ?? 'cloudtrail';

const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
