import { ListObjectVersionsCommand, type ListObjectVersionsCommandOutput } from '@aws-sdk/client-s3';
import { UnavailableError } from '@proofrail/core/outcomes';
import type { ObjectKey, ObjectVersion, VersionId } from '@proofrail/core/ports';
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

/** Every version and marker, page by page, ascending by key, newest first within one. UnavailableError `store/...`. */
export async function* listPages(
  { patient, target }: S3Connection,
  { prefix, after, most }: Listing,
): AsyncIterable<ObjectVersion[]> {
  let last = ''; // key of the page before
  let marker: { KeyMarker?: string; VersionIdMarker?: string } = after === '' ? {} : { KeyMarker: after };
  for (;;) {
    const command = new ListObjectVersionsCommand({
      ...target,
      ...marker,
      Prefix: prefix,
      EncodingType: 'url', // a planted key with a control character is no XML: plain, it would make the whole ledger unlistable
      ...(most === undefined ? {} : { MaxKeys: most }),
    });
    const page = await patient.send(command).catch((cause: unknown) => {
      throw s3Failure(cause, prefix, 's3:ListBucketVersions');
    });
    const versions = merged(page, last);
    yield versions;
    last = versions.at(-1)?.key ?? last;
    if (page.IsTruncated !== true) return;
    marker = nextMarker(page, marker.KeyMarker ?? '', prefix);
  }
}

function nextMarker(page: ListObjectVersionsCommandOutput, before: string, prefix: string) {
  const { NextKeyMarker: key = '', NextVersionIdMarker: version, EncodingType: encoding } = page;
  const next = nameIn(key, encoding);
  if (next === '' || next < before) throw endless(prefix);
  return { KeyMarker: next, ...(version === undefined ? {} : { VersionIdMarker: version }) };
}

interface Dated extends ObjectVersion {
  readonly bytes: Buffer;
  readonly time: number;
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
  const all: Dated[] = [
    ...markers.map((entry) => dated({ ...entry, Size: 0 }, 'marker', encoding)),
    ...versions.map((entry) => dated(entry, 'data', encoding)),
  ];
  all.sort((a, b) => Buffer.compare(a.bytes, b.bytes) || Number(b.newest) - Number(a.newest) || b.time - a.time);
  return all.map(({ key, version, kind, size, time }, index) => {
    const before = index === 0 ? last : all[index - 1]?.key;
    return { key, version, kind, newest: key !== before, size, ...(time === 0 ? {} : { createdAt: time }) };
  });
}

interface Entry {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly IsLatest?: boolean | undefined;
  readonly LastModified?: Date | undefined;
  readonly Size?: number | undefined;
}

function dated(entry: Entry, kind: 'data' | 'marker', encoding: string | undefined): Dated {
  const key = nameIn(entry.Key ?? '', encoding);
  return {
    key: key as ObjectKey,
    version: (entry.VersionId as VersionId | undefined) ?? null,
    kind,
    newest: entry.IsLatest === true,
    size: entry.Size ?? null,
    bytes: Buffer.from(key),
    time: entry.LastModified?.getTime() ?? 0,
  };
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
