import { S3Error } from '../s3-error.ts';
import { nothing, xml, type Outgoing } from '../server/outgoing.ts';
import type { FakeBucket } from '../state/fake-bucket.ts';
import { mayReplace } from '../state/object-lock.ts';
import type { StoredVersion } from '../state/stored-version.ts';
import { element } from '../xml/write-xml.ts';
import { malformed, onlyChildren, readXml, textOf } from '../xml/read-xml.ts';
import { bucketOf, keyOf, namedVersion, noSuchKey, notAllowed, type Context } from './context.ts';
import { bypasses, locked } from './delete-object.ts';
import { newRetention, noLockConfiguration } from './new-lock.ts';
import { isoDate } from './object-headers.ts';

export function putObjectRetention(context: Context): Outgoing {
  const { state, request } = context;
  const { bucket, key, version } = lockable(context);
  const root = readXml(request.body, 'Retention');
  onlyChildren(root, ['Mode', 'RetainUntilDate']);
  const mode = textOf(root, 'Mode');
  const until = textOf(root, 'RetainUntilDate');
  if ((mode === undefined) !== (until === undefined)) throw malformed();
  const wanted = mode === undefined ? null : newRetention(mode, until, state.now);
  if (!mayReplace(version.retention, wanted, state.now, bypasses(context, bucket))) throw locked();
  bucket.lock(key, version.id, { retention: wanted });
  return nothing(200);
}

export function getObjectRetention(context: Context): Outgoing {
  const { retention } = lockable(context).version;
  if (retention === null) throw noObjectLock();
  return xml(element('Retention', [element('Mode', retention.mode), element('RetainUntilDate', isoDate(retention.until))]));
}

export function putObjectLegalHold(context: Context): Outgoing {
  const { bucket, key, version } = lockable(context);
  const root = readXml(context.request.body, 'LegalHold');
  const status = textOf(root, 'Status');
  if (status !== 'ON' && status !== 'OFF') throw malformed();
  bucket.lock(key, version.id, { legalHold: status === 'ON' });
  return nothing(200);
}

export function getObjectLegalHold(context: Context): Outgoing {
  const { legalHold } = lockable(context).version;
  return xml(element('LegalHold', [element('Status', legalHold ? 'ON' : 'OFF')]));
}

interface Lockable {
  readonly bucket: FakeBucket;
  readonly key: string;
  readonly version: StoredVersion;
}

/** The version that a lock is about. A marker has none and gets none: 405 (recorded: test_object_lock_delete_markers). */
function lockable(context: Context): Lockable {
  const bucket = bucketOf(context);
  const key = keyOf(context);
  const id = context.request.query.get('versionId');
  if (bucket.objectLock === null) throw noLockConfiguration();
  const version = id === undefined ? bucket.current(key) : namedVersion(bucket, key, id);
  if (version === undefined) throw noSuchKey(key);
  if (version.content === null)
    throw notAllowed({ 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.id, allow: 'DELETE' });
  return { bucket, key, version };
}

const noObjectLock = (): S3Error =>
  new S3Error(404, 'NoSuchObjectLockConfiguration', 'The specified object does not have a ObjectLock configuration');
