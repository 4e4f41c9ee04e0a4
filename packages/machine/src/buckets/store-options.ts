import type { AssumedRole } from '@proofrail/store-s3';

/** How to reach a bucket; only ever what a person wrote into a command line or a workflow, never what the environment says. */
export interface StoreOptions {
  /** A server that is not AWS. */
  readonly s3Endpoint?: string;
  readonly s3PathStyle?: boolean;
  /** Absent: the credentials of the environment. */
  readonly role?: Pick<AssumedRole, 'credentials'>;
}
