import { KMSClient } from '@aws-sdk/client-kms';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { KmsKeyName } from './kms-uri.ts';

export interface KmsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface KmsOptions {
  /** Absent: the SDK's own chain (environment, web identity, profile, instance). A function is asked again when they run out. */
  readonly credentials?: KmsCredentials | (() => Promise<KmsCredentials>);
  /** How long one attempt may take. */
  readonly answerMilliseconds?: number;
}

const CONNECT_MILLISECONDS = 5_000;
const ANSWER_MILLISECONDS = 10_000;
const ATTEMPTS = 3; // a signature that nobody heard of leaves no trace in a ledger, so asking again is harmless

/** Nothing is sent before the first call. The environment may give credentials, never a place to have evidence signed. */
export function connectKms(
  { region, endpoint }: KmsKeyName,
  { credentials, answerMilliseconds = ANSWER_MILLISECONDS }: KmsOptions,
): KMSClient {
  return new KMSClient({
    requestHandler: new NodeHttpHandler({
      connectionTimeout: CONNECT_MILLISECONDS,
      requestTimeout: answerMilliseconds,
      throwOnRequestTimeout: true, // without it the SDK only warns, and waits for ever
      socketTimeout: answerMilliseconds,
    }),
    ignoreConfiguredEndpointUrls: true,
    maxAttempts: ATTEMPTS,
    region,
    ...(endpoint === null ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  });
}
