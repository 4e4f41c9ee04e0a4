import { S3Error } from '../s3-error.ts';
import type { FoundObject } from './context.ts';
import { preconditionFailed } from './write-conditions.ts';

/** ETags are compared without their quotes (recorded: etag-missing-quotes). */
export const sameEtag = (etag: string, wanted: string): boolean => etag.replaceAll('"', '') === wanted.replaceAll('"', '');

interface Conditions {
  readonly match: string | undefined;
  readonly noneMatch: string | undefined;
  readonly modifiedSince: string | undefined;
  readonly unmodifiedSince: string | undefined;
}

const conditionsOf = (headers: Readonly<Record<string, string>>, prefix = ''): Conditions => ({
  match: headers[`${prefix}if-match`],
  noneMatch: headers[`${prefix}if-none-match`],
  modifiedSince: headers[`${prefix}if-modified-since`],
  unmodifiedSince: headers[`${prefix}if-unmodified-since`],
});

/** Which condition fails first, in the order that was recorded on AWS. */
function failing(conditions: Conditions, { version, content }: FoundObject, now: number): keyof Conditions | null {
  const { match, noneMatch, modifiedSince, unmodifiedSince } = conditions;
  const modified = Math.floor(version.modified / 1000) * 1000;
  if (match !== undefined) {
    if (!sameEtag(content.etag, match)) return 'match';
  } else if (unmodifiedSince !== undefined && Date.parse(unmodifiedSince) < modified) return 'unmodifiedSince';
  if (noneMatch !== undefined) return sameEtag(content.etag, noneMatch) || noneMatch === '*' ? 'noneMatch' : null;
  if (modifiedSince === undefined || Date.parse(modifiedSince) > now) return null; // a time in the future is ignored
  return Date.parse(modifiedSince) >= modified ? 'modifiedSince' : null;
}

/** Conditions of GET and HEAD. */
export function expectReadable(headers: Readonly<Record<string, string>>, found: FoundObject, now: number): void {
  switch (failing(conditionsOf(headers), found, now)) {
    case null:
      return;
    case 'match':
      throw preconditionFailed('If-Match');
    case 'unmodifiedSince':
      throw preconditionFailed('If-Unmodified-Since');
    case 'noneMatch':
    case 'modifiedSince':
      throw new S3Error(304, '304', 'Not Modified', {}, { etag: found.content.etag });
  }
}

const COPY_NAMES: Readonly<Record<keyof Conditions, string>> = {
  match: 'If-Match',
  noneMatch: 'If-None-Match',
  modifiedSince: 'If-Modified-Since',
  unmodifiedSince: 'If-Unmodified-Since',
};

/** Conditions on the source of a copy. */
export function expectCopyable(headers: Readonly<Record<string, string>>, source: FoundObject, now: number): void {
  const failed = failing(conditionsOf(headers, 'x-amz-copy-source-'), source, now);
  if (failed !== null) throw preconditionFailed(`x-amz-copy-source-${COPY_NAMES[failed]}`);
}
