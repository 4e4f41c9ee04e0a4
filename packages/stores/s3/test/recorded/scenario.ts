import type { S3Client } from '@aws-sdk/client-s3';
import type { BucketOptions } from '@proofrail/testkit';

/** One recording played again: how its bucket was made, and the request behind each of its answers, in the order of the recording. */
export interface Scenario {
  readonly bucket?: BucketOptions;
  rows(s3: Caller): Rows;
}

/** By the name that the recording gives to the answer. Requests whose answer was not recorded stand in the row before which they came. */
export type Rows = Readonly<Record<string, () => Promise<object>>>;

export interface Caller {
  /** Name of a bucket that nobody else uses. */
  readonly bucket: string;
  readonly send: S3Client['send'];
  /** Milliseconds since 1970, on the clock of the server. */
  now(): number;
  /** Lets time pass on that clock. */
  later(milliseconds: number): void;
}
