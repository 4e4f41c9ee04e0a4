import { xml, type Outgoing } from '../server/outgoing.ts';
import { element, optional, type Xml } from '../xml/write-xml.ts';
import type { StoredContent } from '../state/stored-version.ts';
import type { FakeBucket } from '../state/fake-bucket.ts';
import { bucketOf, type Context } from './context.ts';
import { isoDate } from './object-headers.ts';
import { commonPrefix, invalid, readListing, type Listing } from './page.ts';

type Entry =
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'object'; readonly key: string; readonly modified: number; readonly content: StoredContent };

/** Current versions only: a key under a marker is silently left out, which is why the ledger never asks this. */
export function listObjectsV2(context: Context): Outgoing {
  const { query } = context.request;
  const bucket = bucketOf(context);
  const listing = readListing(context);
  const token = query.get('continuation-token');
  const after = token === undefined ? (query.get('start-after') ?? '') : readToken(token);
  const page: Entry[] = [];
  let truncated = false;
  for (const entry of entries(bucket, listing, after)) {
    truncated = page.length === listing.maxKeys;
    if (truncated) break;
    page.push(entry);
  }
  const { prefix, delimiter, encoding, name } = listing;
  const last = truncated ? page.at(-1) : undefined;
  return xml(
    element('ListBucketResult', [
      element('Name', bucket.name),
      element('Prefix', name(prefix)),
      optional('Delimiter', delimiter === '' ? null : name(delimiter)),
      optional('StartAfter', query.has('start-after') ? name(query.get('start-after') ?? '') : null),
      optional('ContinuationToken', token),
      optional('NextContinuationToken', last === undefined ? null : newToken(last)),
      optional('EncodingType', encoding),
      element('KeyCount', page.length),
      element('MaxKeys', Number(query.get('max-keys') ?? listing.maxKeys)),
      element('IsTruncated', truncated),
      ...page.map((entry) => drawn(entry, name)),
    ]),
  );
}

function* entries(bucket: FakeBucket, listing: Listing, after: string): Iterable<Entry> {
  let folder: string | null = null;
  for (const key of bucket.keys(listing.prefix, after)) {
    const current = bucket.current(key);
    if (key === after || current === undefined || current.content === null) continue;
    const prefix = commonPrefix(key, listing);
    if (prefix === null) yield { kind: 'object', key, modified: current.modified, content: current.content };
    else if (prefix !== folder && !after.startsWith(prefix)) yield { kind: 'prefix', prefix };
    folder = prefix;
  }
}

function drawn(entry: Entry, name: Listing['name']): Xml {
  if (entry.kind === 'prefix') return element('CommonPrefixes', [element('Prefix', name(entry.prefix))]);
  const { key, modified, content } = entry;
  return element('Contents', [
    element('Key', name(key)),
    element('LastModified', isoDate(modified)),
    element('ETag', content.etag),
    element('ChecksumAlgorithm', content.checksum.algorithm),
    element('ChecksumType', 'FULL_OBJECT'),
    element('Size', content.bytes.length),
    element('StorageClass', 'STANDARD'),
  ]);
}

const newToken = (last: Entry): string => Buffer.from(last.kind === 'object' ? last.key : last.prefix).toString('base64');

function readToken(token: string): string {
  const key = Buffer.from(token, 'base64').toString('utf8');
  if (Buffer.from(key).toString('base64') !== token) {
    throw invalid('continuation-token', token, 'The continuation token provided is incorrect');
  }
  return key;
}
