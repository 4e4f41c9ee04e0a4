import { parsePublicKeys, verifyTrail, type TrailScope } from '@proofrail/audit/cloudtrail';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { counted } from '@proofrail/core/text';
import { ledgerLocation, type LedgerLocation, openLedger, readBoundedFile } from '@proofrail/machine';
import { readLedgerInputs } from '../ledger-inputs.ts';
import { kmsKeyName } from '../options/kms-key-name.ts';
import type { LedgerAccess } from '../options/ledger-access.ts';
import type { TrailOptions } from '../options/trail-options.ts';
import type { Session } from '../session.ts';
import type { CloudTrailCheck } from './cloudtrail-check.ts';
import { holdsStill } from './holds-still.ts';
import { ledgerObjects } from './ledger-objects.ts';
import { openTrail, type OpenedTrail } from './open-trail.ts';
import { reasonsIn } from './reasons-in.ts';

export interface CloudTrailCheckOptions extends LedgerAccess, TrailOptions {
  readonly ledger: string;
  readonly trust?: string;
  readonly attachments?: string;
}

const MOST_KEYS_BYTES = 1_048_576;

/** Checks a trail, and holds it against a ledger. ConfigurationError for inputs that cannot be used. */
export async function checkCloudTrail(
  options: CloudTrailCheckOptions,
  acceptAcknowledged: boolean,
  session: Session,
): Promise<CloudTrailCheck> {
  const { trust } = readLedgerInputs(options);
  const location = await locationOf(options);
  const trail = await openTrail(options);
  const scope = scopeOf(options, trail, location, session);
  const store = await openLedger(options.ledger, options);
  session.logger.progress('listing the ledger');
  const objects = await ledgerObjects(store, location.prefix);
  session.logger.progress(`checking the trail against ${counted(objects.length, 'object')}`);
  const verification = await verifyTrail({
    files: trail.files,
    scope,
    place: { ...location, kmsKeys: options.kmsKey ?? [] },
    objects,
    holdsStill: holdsStill(store, location.prefix),
    reasons: trust === undefined ? null : () => reasonsIn(options, trust, session),
    acceptAcknowledged,
  });
  return { scope, location, ledger: store.uri, trust: trust?.origin ?? 'none', verification };
}

function locationOf({ ledger, ledgerBucket }: CloudTrailCheckOptions): Promise<LedgerLocation> {
  if (ledgerBucket !== undefined && ledger.startsWith('s3:'))
    throw new ConfigurationError('cloudtrail/two-buckets', {
      expected: '--ledger-bucket beside a copy of the ledger in a folder',
      found: 'it beside a ledger in a bucket',
      at: '--ledger-bucket',
      doThis: 'leave it out: --ledger names the bucket',
    });
  return ledgerBucket === undefined ? ledgerLocation(ledger, '--ledger') : ledgerLocation(ledgerBucket, '--ledger-bucket');
}

function scopeOf(
  options: CloudTrailCheckOptions,
  { bucket, prefix }: OpenedTrail,
  { region }: LedgerLocation,
  session: Session,
): TrailScope {
  const { account, publicKeys, since = null } = options;
  const until = options.until ?? session.clock.now();
  if (since !== null && since >= until)
    throw new ConfigurationError('cloudtrail/period', {
      expected: 'a period that begins before it ends',
      found: `${new Date(since).toISOString()} to ${new Date(until).toISOString()}`,
      at: '--since and --until',
      doThis: 'swap the two',
    });
  const keyRegions = regionsOf(options);
  const keys = publicKeys.flatMap((file) => parsePublicKeys(readBoundedFile(file, { most: MOST_KEYS_BYTES }), file));
  return { bucket, prefix, account, region, keyRegions, keys, since, until };
}

/** ConfigurationError `cloudtrail/kms-key`: of a name that no event of this trail has, every change would pass. */
function regionsOf({ account, kmsKey: names = [] }: CloudTrailCheckOptions): string[] {
  return names.flatMap((name) => {
    const key = kmsKeyName(name);
    if (key !== null && (key.account ?? account) === account) return key.region ?? [];
    throw new ConfigurationError('cloudtrail/kms-key', {
      expected: `the ARN or the id of a key of account ${account}, whose calls this trail records`,
      found: name,
      at: '--kms-key',
      doThis:
        '"aws kms describe-key" prints the ARN behind an alias; a key of another account stands in the trail of that account',
    });
  });
}
