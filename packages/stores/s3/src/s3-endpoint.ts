import { ConfigurationError } from '@proofrail/core/outcomes';

/** A server that speaks S3 and is not AWS. Named by a person on the command line, never by the environment (gate.md row 25). */
export interface S3Endpoint {
  readonly url: string;
  /** `https://server/bucket/key` instead of `https://bucket.server/key`. */
  readonly pathStyle: boolean;
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** @throws ConfigurationError `ledger/endpoint` */
export function parseS3Endpoint(url: string, pathStyle: boolean): S3Endpoint {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const plain = parsed?.protocol === 'http:' && LOOPBACK.has(parsed.hostname);
  const bare = parsed !== null && parsed.username === '' && parsed.password === '' && parsed.search === '' && parsed.hash === '';
  if (bare && parsed.pathname === '/' && (parsed.protocol === 'https:' || plain)) return { url: parsed.origin, pathStyle };
  throw new ConfigurationError('ledger/endpoint', {
    expected: 'https:// and the name of a server, without a path; http:// only to this machine',
    found: parsed === null ? url : parsed.origin === 'null' ? parsed.protocol : parsed.host,
    at: '--s3-endpoint',
    doThis: 'leave the option out for AWS; write it such as https://s3.example.org or http://127.0.0.1:8333',
  });
}
