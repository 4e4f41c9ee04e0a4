import { FakeTrail } from '@proofrail/testkit';
import {
  parsePublicKeys,
  verifyTrail,
  type LedgerObject,
  type TrailFiles,
  type TrailScope,
  type TrailVerification,
} from '../../packages/audit/src/cloudtrail/index.ts';

export const HOUR = 3_600_000;
export const START = Date.UTC(2026, 10, 21, 9);
export const ACCOUNT = '123456789012';
export const REGION = 'eu-central-1';
export const LEDGER = 'example-evidence';
export const TRAIL_BUCKET = 'example-trail';
export const KEY_ARN = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** A ledger's bucket as far as a trail sees it, and a trail that watched all of it from its first object on. */
export class WatchedLedger {
  readonly trail: FakeTrail;
  readonly objects: LedgerObject[] = [];

  constructor(prefix = '') {
    this.trail = new FakeTrail({ bucket: TRAIL_BUCKET, prefix, account: ACCOUNT, region: REGION, start: START });
  }

  /** An object is written, and AWS sees it. */
  write(key: string, version = `version-of-${key}`): this {
    this.appear(key, version);
    this.trail.call({
      name: 'PutObject',
      request: { bucketName: LEDGER, key, Host: `${LEDGER}.s3.${REGION}.amazonaws.com` },
      response: { 'x-amz-server-side-encryption': 'aws:kms', 'x-amz-version-id': version },
      resources: [
        { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::${LEDGER}/${key}` },
        { type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${LEDGER}` },
      ],
    });
    return this;
  }

  /** An object lies there, and AWS saw no write. */
  appear(key: string, version = `version-of-${key}`): this {
    this.objects.push({ key, version, kind: 'data', createdAt: this.trail.now + 60_000 });
    return this;
  }

  /** Something else is done to the bucket. */
  call(name: string, request: Record<string, string> = {}, more: Partial<Parameters<FakeTrail['call']>[0]> = {}): this {
    this.trail.call({ name, request: { bucketName: LEDGER, ...request }, ...more });
    return this;
  }

  hour(): this {
    this.trail.endHour();
    return this;
  }

  get scope(): TrailScope {
    return {
      bucket: TRAIL_BUCKET,
      prefix: '',
      account: ACCOUNT,
      region: REGION,
      keyRegions: [],
      keys: parsePublicKeys(this.trail.publicKeys(), 'keys.json'),
      since: null,
      until: this.trail.now,
    };
  }

  verify(scope: Partial<TrailScope> = {}, more: Partial<Parameters<typeof verifyTrail>[0]> = {}): Promise<TrailVerification> {
    return verifyTrail({
      files: filesOf(this.trail),
      scope: { ...this.scope, ...scope },
      place: { bucket: LEDGER, prefix: '', kmsKeys: [KEY_ARN] },
      objects: this.objects,
      holdsStill: null,
      reasons: null,
      acceptAcknowledged: false,
      ...more,
    });
  }
}

/** Three hours of an honest ledger, the last one without events, and the hour in which it is checked. */
export const honestHours = (): WatchedLedger =>
  new WatchedLedger().write('v1/records/42/1').write('v1/segments/42/1').hour().write('v1/records/42/2').hour().hour().hour();

/** Only the newest signature comes from the metadata, as in a copy for which one object was asked. */
export function filesOf(
  { files, signatures }: Pick<FakeTrail, 'files' | 'signatures'>,
  heads = [...signatures.keys()].slice(-1),
): TrailFiles {
  return {
    keys: () => [...files.keys()],
    read: (key) => {
      const bytes = files.get(key);
      const signature = heads.includes(key) ? (signatures.get(key) ?? null) : null;
      return bytes === undefined ? { kind: 'absent' } : { kind: 'found', bytes, signature };
    },
  };
}

export const codesOf = ({ findings }: TrailVerification): string[] => findings.map(({ code }) => code);
