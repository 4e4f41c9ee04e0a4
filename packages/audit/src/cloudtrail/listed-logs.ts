import { hash } from 'node:crypto';
import { sha256 } from '@proofrail/core/canonical';
import { inflateGzip } from './inflate-gzip.ts';
import type { ListedLog, TrailDigest } from './trail-digest.ts';
import { MOST_LOG_BYTES, parseTrailLog, type TrailEvent } from './trail-event.ts';
import type { TrailFiles } from './trail-files.ts';
import { trailFinding, type TrailFinding } from './trail-finding.ts';
import { parseTrailKey } from './trail-key.ts';
import type { TrailScope } from './trail-scope.ts';

/** Reads a log file that a digest lists: its events, or what is wrong with it. */
export async function readListedLog(
  log: ListedLog,
  digest: TrailDigest,
  files: TrailFiles,
  scope: TrailScope,
): Promise<TrailEvent[] | TrailFinding> {
  const { key } = log;
  const name = parseTrailKey(key, scope.prefix);
  if (name?.kind !== 'log' || log.bucket !== scope.bucket || name.account !== digest.account)
    return trailFinding('altered', 'cloudtrail/log-moved', key, 'A digest lists it under a name that is none of this trail.');
  const file = await files.read(key);
  if (file.kind === 'unreadable')
    return trailFinding('unreadable', 'cloudtrail/unreadable', key, `It cannot be read: ${file.cause}.`);
  if (file.kind === 'absent') return trailFinding('missing', 'cloudtrail/log-missing', key, 'A digest lists it, and it is gone.');
  const found = sha256(file.bytes);
  const content = inflateGzip(file.bytes, MOST_LOG_BYTES);
  if (content === null || hash('sha256', content) !== log.hash)
    return trailFinding('altered', 'cloudtrail/log-altered', key, 'Its content is not what the digest says.', { found });
  // The bytes are AWS's own: that we cannot read them says nothing about anybody.
  return (
    parseTrailLog(content, key) ??
    trailFinding('unreadable', 'cloudtrail/log-form', key, 'It is no log as AWS documents it.', { found })
  );
}
