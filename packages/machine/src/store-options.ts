/** How to reach a bucket that is not at AWS; only ever what a person wrote on the command line. */
export interface StoreOptions {
  readonly s3Endpoint?: string;
  readonly s3PathStyle?: boolean;
}
