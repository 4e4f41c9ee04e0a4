/** A digest or log file, as the name that CloudTrail gave its object says; the digest that lists it has to say the same. */
export type TrailKey = DigestKey | LogKey;

interface Named {
  readonly key: string;
  readonly account: string;
  /** Where the events happened. */
  readonly region: string;
  /** UTC milliseconds: the end of a digest's hour; the beginning of a log file's five minutes. */
  readonly time: number;
}

export interface DigestKey extends Named {
  readonly kind: 'digest';
  readonly trail: string;
  /** Region that the trail was made in. */
  readonly home: string;
  /** Delivered later, for log files that the digest of their hour did not name. Such digests make a chain of their own. */
  readonly backfill: boolean;
}

export interface LogKey extends Named {
  readonly kind: 'log';
}

// Form of both names: AWS CloudTrail user guide, "CloudTrail digest file structure" and "Finding your CloudTrail log files".
const FOLDERS =
  /^AWSLogs\/(?:o-[a-z0-9]{10,32}\/)?(\d{12})\/(CloudTrail|CloudTrail-Digest)\/([a-z0-9-]+)\/(\d{4})\/(\d\d)\/(\d\d)\/([^/]+)$/;
const DIGEST = /^(\d{12})_CloudTrail-Digest_([a-z0-9-]+)_([A-Za-z0-9._-]+)_([a-z0-9-]+)_(\d{8}T\d{6}Z)(_backfill)?\.json\.gz$/;
const LOG = /^(\d{12})_CloudTrail_([a-z0-9-]+)_(\d{8}T\d{4}Z)_[A-Za-z0-9]+\.json\.gz$/;

/** Null for a key that CloudTrail would not give, or whose folders and name do not say the same. */
export function parseTrailKey(key: string, prefix: string): TrailKey | null {
  const folders = key.startsWith(prefix) ? FOLDERS.exec(key.slice(prefix.length)) : null;
  if (folders === null) return null;
  const [, account = '', area = '', region = '', year = '', month = '', day = '', name = ''] = folders;
  const parsed = area === 'CloudTrail' ? logKey(key, name) : digestKey(key, name);
  const fits = parsed?.account === account && parsed.region === region && dayOf(parsed.time) === `${year}-${month}-${day}`;
  return fits ? parsed : null;
}

function digestKey(key: string, name: string): DigestKey | null {
  const [whole, account = '', region = '', trail = '', home = '', end = '', backfill] = DIGEST.exec(name) ?? [];
  const time = timeOf(end);
  if (whole === undefined || time === null) return null;
  return { kind: 'digest', key, account, region, trail, home, time, backfill: backfill !== undefined };
}

function logKey(key: string, name: string): LogKey | null {
  const [whole, account = '', region = '', start = ''] = LOG.exec(name) ?? [];
  const time = timeOf(start.replace('Z', '00Z'));
  return whole === undefined || time === null ? null : { kind: 'log', key, account, region, time };
}

/** `20150817T150131Z` */
function timeOf(basic: string): number | null {
  const extended = basic.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const time = Date.parse(extended);
  // Date.parse turns 31 February into 3 March.
  return !Number.isNaN(time) && new Date(time).toISOString().replace('.000', '') === extended ? time : null;
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
