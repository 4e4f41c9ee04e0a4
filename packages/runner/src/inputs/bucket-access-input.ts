import type { ReadInput } from './read-input.ts';

export interface BucketAccessInput {
  /** null: the credentials that the environment holds. */
  readonly role: string | null;
  readonly audience: string;
  /** null: AWS. */
  readonly s3Endpoint: string | null;
}

/** Taken as it is written: `bucketAccess` of @proofrail/machine says what is wrong with it, here and on the command line. */
export const bucketAccessInput = (read: ReadInput): BucketAccessInput => ({
  role: read('role-to-assume') || null,
  audience: read('role-audience'),
  s3Endpoint: read('s3-endpoint') || null,
});
