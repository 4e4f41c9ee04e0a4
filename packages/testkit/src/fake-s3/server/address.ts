import type { RawRequest } from './raw-request.ts';

export interface Address {
  readonly bucket: string | null;
  readonly key: string | null;
}

const VIRTUAL_HOST = /^(.+)\.(?:localhost|s3(?:\.[a-z0-9-]+)?\.amazonaws\.com)(?::\d+)?$/;

/** Bucket and key, from `Host: bucket.localhost` (or the name at AWS) or from the path. */
export function addressOf({ headers, rawPath }: RawRequest): Address {
  const path = decodeURIComponent(rawPath.slice(1));
  const virtual = VIRTUAL_HOST.exec(headers['host'] ?? '')?.[1];
  if (virtual !== undefined) return { bucket: virtual, key: path === '' ? null : path };
  const slash = path.indexOf('/');
  const bucket = slash < 0 ? path : path.slice(0, slash);
  const key = slash < 0 ? '' : path.slice(slash + 1);
  return { bucket: bucket === '' ? null : bucket, key: key === '' ? null : key };
}
