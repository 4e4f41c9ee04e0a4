import { xml, type Outgoing } from '../server/outgoing.ts';
import type { FakeBucket } from '../state/fake-bucket.ts';
import type { StoredVersion } from '../state/stored-version.ts';
import { element, optional, type Xml } from '../xml/write-xml.ts';
import { bucketOf, namedVersion, type Context } from './context.ts';
import { isoDate } from './object-headers.ts';
import { commonPrefix, invalid, readListing, type Listing } from './page.ts';

interface Marker {
  readonly key: string;
  readonly version: string;
}

type Entry =
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'version'; readonly key: string; readonly version: StoredVersion; readonly latest: boolean };

export function listObjectVersions(context: Context): Outgoing {
  const { query } = context.request;
  const bucket = bucketOf(context);
  const listing = readListing(context);
  const marker: Marker = { key: query.get('key-marker') ?? '', version: query.get('version-id-marker') ?? '' };
  if (marker.version !== '' && marker.key === '') {
    throw invalid('version-id-marker', marker.version, 'A version-id marker cannot be specified without a key marker.');
  }
  const page: Entry[] = [];
  let truncated = false;
  for (const entry of entries(bucket, listing, marker)) {
    truncated = page.length === listing.maxKeys;
    if (truncated) break;
    page.push(entry);
  }
  return xml(drawn(context, bucket, listing, marker, page, truncated));
}

/** Everything after the marker, newest first within a key; the key of a marker without a version is done with. */
function* entries(bucket: FakeBucket, listing: Listing, marker: Marker): Iterable<Entry> {
  let folder: string | null = null;
  for (const key of bucket.keys(listing.prefix, marker.key)) {
    const prefix = commonPrefix(key, listing);
    if (prefix !== null) {
      if (prefix !== folder && !marker.key.startsWith(prefix)) yield { kind: 'prefix', prefix };
      folder = prefix;
      continue;
    }
    const versions = bucket.versions(key);
    const start = key === marker.key ? indexAfter(bucket, marker) : 0;
    for (const [index, version] of versions.entries()) {
      if (index >= start) yield { kind: 'version', key, version, latest: index === 0 };
    }
  }
}

function indexAfter(bucket: FakeBucket, { key, version }: Marker): number {
  const versions = bucket.versions(key);
  return version === '' ? versions.length : versions.indexOf(namedVersion(bucket, key, version)) + 1;
}

function drawn(
  { state, request }: Context,
  bucket: FakeBucket,
  listing: Listing,
  marker: Marker,
  page: readonly Entry[],
  truncated: boolean,
): Xml {
  const { prefix, delimiter, maxKeys, encoding, name } = listing;
  const last = truncated ? page.at(-1) : undefined;
  return element('ListVersionsResult', [
    element('Name', bucket.name),
    element('Prefix', name(prefix)),
    optional('Delimiter', delimiter === '' ? null : name(delimiter)),
    element('KeyMarker', name(marker.key)),
    element('VersionIdMarker', marker.version),
    element('MaxKeys', Number(request.query.get('max-keys') ?? maxKeys)),
    optional('EncodingType', encoding),
    element('IsTruncated', truncated),
    optional('NextKeyMarker', last === undefined ? null : name(last.kind === 'version' ? last.key : last.prefix)),
    optional('NextVersionIdMarker', last?.kind === 'version' ? last.version.id : null),
    ...page.map((entry) =>
      entry.kind === 'prefix'
        ? element('CommonPrefixes', [element('Prefix', name(entry.prefix))])
        : versionElement(state.account, name(entry.key), entry.version, entry.latest),
    ),
  ]);
}

function versionElement(owner: string, key: string, { id, modified, content }: StoredVersion, latest: boolean): Xml {
  const described =
    content === null
      ? []
      : [
          element('ETag', content.etag),
          element('ChecksumAlgorithm', content.checksum.algorithm),
          element('ChecksumType', 'FULL_OBJECT'),
          element('Size', content.bytes.length),
          element('StorageClass', 'STANDARD'),
        ];
  return element(content === null ? 'DeleteMarker' : 'Version', [
    element('Key', key),
    element('VersionId', id),
    element('IsLatest', latest),
    element('LastModified', isoDate(modified)),
    ...described,
    element('Owner', [element('ID', owner)]),
  ]);
}
