import {
  parsePublicKeys,
  recordedReasons,
  verifyTrail,
  type TrailEvent,
  type TrailFinding,
  type TrailScope,
  type TrailVerification,
} from '@proofrail/audit/cloudtrail';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { findAttachments, openLedger, readBoundedFile } from '@proofrail/machine';
import { ledgerLocation, type LedgerLocation } from '@proofrail/machine/ledger-location';
import type { Answer } from '../answer.ts';
import type { CloudTrailVerifyOptions } from '../commands/cloudtrail.ts';
import { readLedgerInputs } from '../ledger-inputs.ts';
import type { Session } from '../session.ts';
import { cloudTrailText } from './cloudtrail-text.ts';
import { ledgerObjects } from './ledger-objects.ts';
import { openTrail, type OpenedTrail } from './open-trail.ts';

const MOST_KEYS_BYTES = 1_048_576;

/** What was checked, for both ways to show it. */
export interface CloudTrailCheck {
  readonly scope: TrailScope;
  readonly location: LedgerLocation;
  readonly ledger: string;
  /** `none`, or whose records may give reasons. */
  readonly trust: string;
  readonly verification: TrailVerification;
}

/** Verifies a trail against a ledger; findings are the answer, not an error. ConfigurationError for inputs that cannot be used. */
export async function verifyCloudTrail(options: CloudTrailVerifyOptions, session: Session): Promise<Answer> {
  const { trust } = readLedgerInputs(options);
  const location = await locationOf(options);
  const trail = await openTrail(options);
  const scope = scopeOf(options, trail, location, session);
  const store = await openLedger(options.ledger, options);
  const attachments = await findAttachments(options.ledger, options.attachments ?? null, options);
  session.logger.progress('listing the ledger');
  const objects = await ledgerObjects(store, location.prefix);
  session.logger.progress(`checking the trail against ${objects.length} objects`);
  const verification = await verifyTrail({
    files: trail.files,
    scope,
    place: { ...location, kmsKeys: options.kmsKey ?? [] },
    objects,
    reasons: trust === undefined ? null : () => recordedReasons(store, trust, attachments),
    acceptAcknowledged: options.acceptAcknowledged ?? false,
  });
  const check = { scope, location, ledger: store.uri, trust: trust?.origin ?? 'none', verification };
  return { outcome: verification.outcome, json: cloudTrailJson(check), text: (page) => cloudTrailText(check, page) };
}

function locationOf({ ledger, ledgerBucket }: CloudTrailVerifyOptions): Promise<LedgerLocation> {
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
  options: CloudTrailVerifyOptions,
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
  const keys = publicKeys.flatMap((file) => parsePublicKeys(readBoundedFile(file, { most: MOST_KEYS_BYTES }), file));
  return { bucket, prefix, account, region, keys, since, until };
}

function cloudTrailJson({ scope, location, ledger, trust, verification }: CloudTrailCheck): Record<string, unknown> {
  const { trail, writes, attempts, explained, findings } = verification;
  const { chains, covered, digests, logs, events, notListed } = trail;
  return {
    trust,
    ledger,
    ledger_bucket: location.bucket,
    ledger_prefix: location.prefix,
    trail_bucket: scope.bucket,
    account: scope.account,
    since: scope.since === null ? null : iso(scope.since),
    until: iso(scope.until),
    covered: covered === null ? null : { from: iso(covered.from), to: iso(covered.to) },
    chains: chains.map((chain) => ({
      trail: chain.trail,
      region: chain.region,
      backfill: chain.backfill,
      digests: chain.digests.length,
    })),
    digests,
    logs,
    events,
    not_listed: notListed,
    objects: writes.objects,
    matched: writes.matched,
    undated: writes.undated,
    explained,
    attempts: attempts.map((event) => ({ ...eventJson(event), source: event.source, error: event.error })),
    findings: findings.map(findingJson),
  };
}

const findingJson = ({ kind, code, key, event, detail, digest, acknowledged }: TrailFinding) => ({
  kind,
  code,
  key,
  event: event === null ? null : eventJson(event),
  detail,
  digest,
  acknowledged,
});

const eventJson = ({ id, time, name, by }: Pick<TrailEvent, 'id' | 'time' | 'name' | 'by'>) => ({
  id,
  time: iso(time),
  name,
  by,
});

const iso = (time: number): string => new Date(time).toISOString();
