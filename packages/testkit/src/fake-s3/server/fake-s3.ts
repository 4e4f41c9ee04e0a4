import type { S3FaultScript } from '../faults/s3-fault.ts';
import type { AccessKey, S3State } from '../state/s3-state.ts';
import type { AnsweredS3Call } from './s3-call.ts';

export interface FakeS3Options {
  readonly region?: string;
  /** Twelve digits. */
  readonly account?: string;
  /** Default: one key, of the root of the account. */
  readonly accessKeys?: readonly AccessKey[];
}

export interface FakeS3 {
  /** `http://127.0.0.1:PORT`: buckets by path, or by `Host: bucket.localhost`. */
  readonly url: string;
  /** Of the first access key. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** The account behind the server: change it at any time. */
  readonly state: S3State;
  calls(): readonly AnsweredS3Call[];
  /** What a test asked for and no part of the fake knows. A test that ends with some proves nothing. */
  unmodelled(): readonly string[];
  /** From now on this script decides what goes wrong; null: nothing. Everybody lives again, and requests are counted from 1. */
  fail(script: S3FaultScript | null): void;
  /**
   * From now on each request waits for a random number of turns before it takes effect and again before it is answered, so that requests
   * overtake one another; null: it takes effect as it arrives.
   */
  reorder(random: (() => number) | null): void;
  /** Lets everything take effect that is held or late. */
  release(): void;
  close(): Promise<void>;
}
