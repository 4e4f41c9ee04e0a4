import { S3Error, Unmodelled } from '../s3-error.ts';
import type { Context } from './context.ts';

export interface Listing {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  /** `url`, or null for keys as they are. */
  readonly encoding: string | null;
  readonly name: (key: string) => string;
}

const MOST = 1000; // doc_source/ListingKeysUsingAPIs.md

export function readListing({ request }: Context): Listing {
  const { query } = request;
  const encoding = query.get('encoding-type') ?? null;
  if (encoding !== null && encoding !== 'url')
    throw invalid('encoding-type', encoding, 'Invalid Encoding Method specified in Request');
  const asked = Number(query.get('max-keys') ?? MOST);
  if (!Number.isInteger(asked) || asked < 0)
    throw invalid('max-keys', query.get('max-keys') ?? '', 'Provided max-keys not an integer or within integer range');
  if (asked === 0) throw new Unmodelled('max-keys=0');
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(asked, MOST),
    encoding,
    name: encoding === null ? (key) => key : urlEncoded,
  };
}

/** As Java encodes a form, except for the slash: a space is a plus sign. */
const urlEncoded = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll('%2F', '/')
    .replaceAll('%20', '+')
    .replaceAll(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** The folder that stands for a key where a delimiter was asked for. */
export function commonPrefix(key: string, { prefix, delimiter }: Listing): string | null {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end < 0 ? null : key.slice(0, end + delimiter.length);
}

export const invalid = (name: string, value: string, message: string): S3Error =>
  new S3Error(400, 'InvalidArgument', message, { ArgumentName: name, ArgumentValue: value });
