import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AssumedRole } from './role/assumed-role.ts';
import type { S3Endpoint } from './s3-endpoint.ts';
import type { S3Location } from './s3-uri.ts';

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface S3Options {
  /** Absent: AWS, in the region of the URI. */
  readonly endpoint?: S3Endpoint;
  /** Absent: the SDK's own chain (environment, web identity, profile, instance). A function is asked again when they run out. */
  readonly credentials?: S3Credentials | AssumedRole['credentials'];
}

/** Two clients of one bucket over one set of connections. */
export interface S3Connection {
  /** For creates. It never sends twice: a hidden first attempt would make our own object look like somebody else's (ledger.md 1.2). */
  readonly once: S3Client;
  /** For everything that may be repeated without a trace. */
  readonly patient: S3Client;
  /** Parameters of every call. */
  readonly target: { readonly Bucket: string; readonly ExpectedBucketOwner?: string };
  /** By which the address says that objects are encrypted; null: as the bucket does by itself. */
  readonly kmsKey: string | null;
  close(): void;
}

const CONNECT_MILLISECONDS = 5_000;
const ANSWER_MILLISECONDS = 30_000;
const MOST_CONNECTIONS = 64;
const READ_ATTEMPTS = 4;

/** Nothing is sent before the first call. The environment may give credentials and a region, never a place to send evidence to. */
export function connectS3(
  { bucket, owner, region, kmsKey }: S3Location,
  { endpoint, credentials }: S3Options = {},
): S3Connection {
  const requestHandler = new NodeHttpHandler({
    connectionTimeout: CONNECT_MILLISECONDS,
    requestTimeout: ANSWER_MILLISECONDS,
    throwOnRequestTimeout: true, // without it the SDK only warns, and a stuck PUT waits for ever (measured)
    socketTimeout: ANSWER_MILLISECONDS,
    httpAgent: { maxSockets: MOST_CONNECTIONS },
    httpsAgent: { maxSockets: MOST_CONNECTIONS },
  });
  const common: S3ClientConfig = {
    requestHandler,
    ignoreConfiguredEndpointUrls: true,
    requestChecksumCalculation: 'WHEN_REQUIRED', // the SHA-256 that we send ourselves is the one that counts; no CRC beside it
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(region === null ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint: endpoint.url, forcePathStyle: endpoint.pathStyle }),
    ...(credentials === undefined ? {} : { credentials }),
  };
  return {
    once: new S3Client({ ...common, maxAttempts: 1 }),
    patient: new S3Client({ ...common, maxAttempts: READ_ATTEMPTS }),
    target: { Bucket: bucket, ...(owner === null ? {} : { ExpectedBucketOwner: owner }) },
    kmsKey,
    close: () => requestHandler.destroy(),
  };
}
