import { ListObjectVersionsCommand, type ListObjectVersionsCommandOutput } from '@aws-sdk/client-s3';
import { UnavailableError } from '@proofrail/core/outcomes';
import type { ObjectKey, ObjectVersion, VersionId } from '@proofrail/core/ports';
import { notFromS3 } from './not-from-s3.ts';
import type { S3Connection } from './s3-connection.ts';
import { s3Failure } from './s3-failure.ts';

export interface Listing {
  /** Whole prefix, the ledger's included; the keys of the answer are whole too. */
  readonly prefix: string;
  /** Whole key, or the empty string. */
  readonly after: string;
  /** Entries a page; S3 gives 1,000 at most. */
  readonly most?: number;
}

const PERMISSION = 's3:ListBucketVersions';

/** Every version and marker, page by page, ascending by key, newest first within one. UnavailableError `store/...`. */
export async function* listPages(
  { patient, target }: S3Connection,
  { prefix, after, most }: Listing,
): AsyncIterable<ObjectVersion[]> {
  if (isBeyond(after, prefix)) return;
  let last = ''; // key of the page before
  let marker: { KeyMarker?: string; VersionIdMarker?: string } =
    after !== '' && after.startsWith(prefix) ? { KeyMarker: after } : {};
  for (;;) {
    const command = new ListObjectVersionsCommand({
      ...target,
      ...marker,
      Prefix: prefix,
      EncodingType: 'url', // a planted key with a control character is no XML: plain, it would make the whole ledger unlistable
      ...(most === undefined ? {} : { MaxKeys: most }),
    });
    const page = await patient.send(command).catch((cause: unknown) => {
      throw s3Failure(cause, prefix, PERMISSION);
    });
    if (page.Name === undefined && page.IsTruncated === undefined) throw notFromS3(prefix, PERMISSION);
    const versions = merged(page, last);
    yield versions;
    last = versions.at(-1)?.key ?? last;
    if (page.IsTruncated !== true) return;
    marker = nextMarker(page, marker.KeyMarker ?? '', prefix);
  }
}

/** Whether no name under the prefix comes after it. Asked about a key outside the prefix, MinIO answers 501. */
const isBeyond = (after: string, prefix: string): boolean =>
  !after.startsWith(prefix) && Buffer.compare(Buffer.from(after), Buffer.from(prefix)) > 0;

function nextMarker(page: ListObjectVersionsCommandOutput, before: string, prefix: string) {
  const { NextKeyMarker: key = '', NextVersionIdMarker: version, EncodingType: encoding } = page;
  const next = nameIn(key, encoding);
  if (next === '' || next < before) throw endless(prefix);
  return { KeyMarker: next, ...(version === undefined ? {} : { VersionIdMarker: version }) };
}

interface Listed {
  /** The key's: listings are in the order of bytes, and sorting by text is not. */
  readonly bytes: Buffer;
  readonly object: ObjectVersion;
}

/**
 * The SDK hands out versions and markers apart. Within a key the newest is known by its flag and the rest by time, which S3 gives by the
 * second: versions among themselves keep their order, and a marker of the same second is put before them. Nothing rests on that.
 *
 * What comes first within a key is the newest, flag or no flag: while an object is being created, SeaweedFS lists its only version as not
 * the latest (measured), and one version is no second one.
 */
function merged(page: ListObjectVersionsCommandOutput, last: string): ObjectVersion[] {
  const { Versions: versions = [], DeleteMarkers: markers = [], EncodingType: encoding } = page;
  const all = [
    ...markers.map((entry) => listed({ ...entry, Size: 0 }, 'marker', encoding)),
    ...versions.map((entry) => listed(entry, 'data', encoding)),
  ];
  all.sort((a, b) => Buffer.compare(a.bytes, b.bytes) || newestFirst(a.object, b.object));
  return all.map(({ object }, index) => {
    const before = index === 0 ? last : all[index - 1]?.object.key;
    return { ...object, newest: object.key !== before };
  });
}

const newestFirst = (a: ObjectVersion, b: ObjectVersion): number =>
  Number(b.newest) - Number(a.newest) || (b.stored ?? 0) - (a.stored ?? 0);

interface Entry {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly IsLatest?: boolean | undefined;
  readonly LastModified?: Date | undefined;
  readonly Size?: number | undefined;
}

function listed(entry: Entry, kind: 'data' | 'marker', encoding: string | undefined): Listed {
  const key = nameIn(entry.Key ?? '', encoding);
  const object: ObjectVersion = {
    key: key as ObjectKey,
    version: (entry.VersionId as VersionId | undefined) ?? null,
    kind,
    newest: entry.IsLatest === true,
    size: entry.Size ?? null,
    ...(entry.LastModified === undefined ? {} : { stored: entry.LastModified.getTime() }),
  };
  return { bytes: Buffer.from(key), object };
}

/** A server that did not encode does not say that it did (SeaweedFS). */
function nameIn(key: string, encoding: string | undefined): string {
  if (encoding !== 'url') return key;
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key; // not encoded after all: the name is none of ours, and a finding under whatever name
  }
}

const endless = (at: string): UnavailableError =>
  new UnavailableError('store/unavailable', {
    expected: 'a listing whose next page begins after this one',
    found: 'one that does not go on',
    at,
    doThis: 'Run it again; if it stays so, the server does not list versions as S3 does.',
  });
