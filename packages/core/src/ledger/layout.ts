import { hexOf, type Sha256 } from '../canonical/digest.ts';
import type { KeyId } from '../ports/key-id.ts';
import type { ObjectKey } from '../ports/object-store.ts';
import { isPullRequestStream, isStreamId, type StreamId } from './stream-id.ts';

// Where everything lies, and nothing else: no I/O. No `:` in a key (decisions.md, Ledger), every number of one width, so that the
// order of keys as text is the order of time and of slots.

/** `<13-digit UTC milliseconds>-<SHA-256 of the bytes, hex>`: a record's key without its folder. */
export type RecordName = string & { readonly brand: 'record-name' };
/** `<SHA-256 of the bytes, hex>`, with `~1` behind it where a squatter sits on the plain name (attack 18). */
export type BlobName = string & { readonly brand: 'blob-name' };
/** `<subject>/<SHA-256 of the record, hex>` of a pointer, with `~` behind it of its announcement: a key without the stream's folder. */
export type PointerName = string & { readonly brand: 'pointer-name' };

export type ParsedKey =
  | { readonly kind: 'record'; readonly stream: StreamId; readonly name: RecordName }
  | { readonly kind: 'slot'; readonly stream: StreamId; readonly seq: number }
  | { readonly kind: 'blob'; readonly stream: StreamId; readonly name: BlobName }
  | { readonly kind: 'platform'; readonly stream: StreamId; readonly record: Sha256 }
  | { readonly kind: 'countersignature'; readonly stream: StreamId; readonly record: Sha256; readonly by: KeyId }
  | { readonly kind: 'pointer'; readonly stream: StreamId; readonly name: PointerName };

/** What pointers lie under: the digest of an image or a commit, in hex. */
export type PointerSubject = string & { readonly brand: 'pointer-subject' };

export const LEDGER_PREFIX = 'v1/';
/** Hints, never evidence: whatever lies here proves nothing by itself. */
export const POINTERS_PREFIX = 'v1/by/';
/** Whatever lies here is about all streams, and belongs to none. */
export const SEALS_PREFIX = 'v1/seals/';
export const FIRST_SLOT = 1;
/** Largest number that both 16 digits and a JSON number hold exactly (RFC 8785 3.2.2.3). */
const LAST_SLOT = Number.MAX_SAFE_INTEGER;
/** Lower than every record name. */
export const LOWEST_NAME = `${'0'.repeat(13)}-${'0'.repeat(64)}` as RecordName;

export const RECORD_NAME = /^[0-9]{13}-[0-9a-f]{64}$/;
const BLOB_NAME = /^[0-9a-f]{64}(~1)?$/;
const SLOT_NAME = /^[0-9]{16}$/;
const DIGEST_NAME = /^[0-9a-f]{64}$/;
const SIGNED_NAME = /^([0-9a-f]{64})\.sig$/;
const POINTED_NAME = /^[0-9a-f]{64}~?$/;
const POINTER_SUBJECT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/; // a commit; a SHA-256, of an image or of a commit
const LATEST_TIME = 9_999_999_999_999; // the year 2286

export const recordsPrefix = (stream: StreamId): string => `v1/records/${stream}/`;
export const slotsPrefix = (stream: StreamId): string => `v1/segments/${stream}/`;
export const blobsPrefix = (stream: StreamId): string => `v1/blobs/${stream}/`;
export const platformPrefix = (stream: StreamId): string => `v1/receipts/${stream}/`;

/** `at` in UTC milliseconds: when the record was handed over for storing. RangeError outside the years 1970 to 2286. */
export function recordName(at: number, digest: Sha256): RecordName {
  if (!Number.isInteger(at) || at < 0 || at > LATEST_TIME) throw new RangeError(`no time for a record key: ${at}`);
  return `${String(at).padStart(13, '0')}-${hexOf(digest)}` as RecordName;
}

export function isRecordName(text: unknown): text is RecordName {
  return typeof text === 'string' && RECORD_NAME.test(text);
}

export const timeOfName = (name: RecordName): number => Number(name.slice(0, 13));
export const digestOfName = (name: RecordName): Sha256 => `sha256:${name.slice(14)}` as Sha256;
/** Where a listing of records begins: before every name of that millisecond, behind all earlier ones. `at`: UTC milliseconds. */
export const beforeTime = (stream: StreamId, at: number): string => recordsPrefix(stream) + String(at).padStart(13, '0');
export const recordKey = (stream: StreamId, name: RecordName): ObjectKey => (recordsPrefix(stream) + name) as ObjectKey;

/** RangeError for anything but a whole number from FIRST_SLOT to LAST_SLOT. */
export function slotKey(stream: StreamId, seq: number): ObjectKey {
  if (!Number.isSafeInteger(seq) || seq < FIRST_SLOT) throw new RangeError(`no slot number: ${seq}`);
  return (slotsPrefix(stream) + String(seq).padStart(16, '0')) as ObjectKey;
}

export const blobName = (digest: Sha256): BlobName => hexOf(digest) as BlobName;
export const evasiveBlobName = (digest: Sha256): BlobName => `${hexOf(digest)}~1` as BlobName;
export const digestOfBlob = (name: BlobName): Sha256 => `sha256:${name.slice(0, 64)}` as Sha256;
export const blobKey = (stream: StreamId, name: BlobName): ObjectKey => (blobsPrefix(stream) + name) as ObjectKey;

/** Where the platform's receipt for a record lies. */
export const platformKey = (stream: StreamId, record: Sha256): ObjectKey => (platformPrefix(stream) + hexOf(record)) as ObjectKey;

/** Where a sealer's countersignature under that receipt lies. A sealer with another key puts its own beside it. */
export const countersignatureKey = (stream: StreamId, record: Sha256, by: KeyId): ObjectKey =>
  `${platformKey(stream, record)}.sig/${hexOf(by as string as Sha256)}` as ObjectKey;

/** Null for what is neither a commit nor a SHA-256. */
export function pointerSubject(text: string): PointerSubject | null {
  const hex = text.replace(/^sha256:/, '');
  return POINTER_SUBJECT.test(hex) ? (hex as PointerSubject) : null;
}

/** The stream stands in the key, so that a role which is confined to its stream can neither forge nor flood the pointers of another. */
export const allPointersPrefix = (stream: StreamId): string => `${POINTERS_PREFIX}${stream}/`;
export const pointersPrefix = (stream: StreamId, subject: PointerSubject): string => `${allPointersPrefix(stream)}${subject}/`;
export const pointerKey = (stream: StreamId, subject: PointerSubject, record: Sha256): ObjectKey =>
  (pointersPrefix(stream, subject) + hexOf(record)) as ObjectKey;
/** Lies there before the record does: a pointer that its writer did not live to write is seen to be missing. */
export const announcementKey = (stream: StreamId, subject: PointerSubject, record: Sha256): ObjectKey =>
  `${pointerKey(stream, subject, record)}~` as ObjectKey;

export const namedPointerKey = (stream: StreamId, name: PointerName): ObjectKey =>
  (allPointersPrefix(stream) + name) as ObjectKey;
/** Of the record that a pointer points at, or an announcement announces. */
export const recordOfPointer = (name: PointerName): Sha256 =>
  `sha256:${name.slice(name.indexOf('/') + 1).slice(0, 64)}` as Sha256;
export const isAnnouncement = (name: PointerName): boolean => name.endsWith('~');

/** In the store of attachments, which has no lock: what may have to be erased. Never a key of the ledger itself. */
export const attachmentKey = (stream: StreamId, digest: Sha256): ObjectKey =>
  `v1/attachments/${stream}/${hexOf(digest)}` as ObjectKey;

/** What a key means, or null: a key that nobody of ours would write. */
export function parseKey(key: string): ParsedKey | null {
  const [version, area, stream, name, below, ...rest] = key.split('/');
  if (version !== 'v1' || name === undefined || rest.length > 0 || !isStreamId(stream)) return null;
  if (below !== undefined) return parseBelow(area, stream, name, below);
  switch (area) {
    case 'records':
      return isRecordName(name) ? { kind: 'record', stream, name } : null;
    case 'segments':
      return parseSlotName(stream, name);
    case 'blobs':
      return BLOB_NAME.test(name) ? { kind: 'blob', stream, name: name as BlobName } : null;
    case 'receipts':
      return DIGEST_NAME.test(name) ? { kind: 'platform', stream, record: `sha256:${name}` as Sha256 } : null;
    default:
      return null;
  }
}

function parseBelow(area: string | undefined, stream: StreamId, name: string, below: string): ParsedKey | null {
  if (area === 'receipts') return parseCountersignature(stream, name, below);
  // Nobody points at what a pull request wrote: it satisfies no later check.
  if (area !== 'by' || isPullRequestStream(stream) || !POINTER_SUBJECT.test(name) || !POINTED_NAME.test(below)) return null;
  return { kind: 'pointer', stream, name: `${name}/${below}` as PointerName };
}

function parseCountersignature(stream: StreamId, name: string, by: string): ParsedKey | null {
  const [, record] = SIGNED_NAME.exec(name) ?? [];
  if (record === undefined || !DIGEST_NAME.test(by)) return null;
  return { kind: 'countersignature', stream, record: `sha256:${record}` as Sha256, by: `sha256:${by}` as KeyId };
}

function parseSlotName(stream: StreamId, name: string): ParsedKey | null {
  const seq = Number(name);
  return SLOT_NAME.test(name) && seq >= FIRST_SLOT && seq <= LAST_SLOT ? { kind: 'slot', stream, seq } : null;
}
