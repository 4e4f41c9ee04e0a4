import { describeFakeS3 } from './describe-fake-s3.ts';
import { describeMinio } from './describe-minio.ts';
import { describeSeaweedFs } from './describe-seaweedfs.ts';

/** A server that speaks S3, empty at first. */
export interface S3Server {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export interface RealS3Server extends S3Server {
  /** Kills it as `kill -9` does, and starts it anew over the same store. */
  restart(): Promise<void>;
}

export type DescribeServer<Server extends S3Server = S3Server> = (name: string, tests: (server: () => Server) => void) => void;

/** Programs that others wrote. */
export const REAL_S3_SERVERS: Readonly<Record<string, DescribeServer<RealS3Server>>> = {
  SeaweedFS: describeSeaweedFs,
  MinIO: describeMinio,
};

/** Every server on which the store has to keep the contract: one line each. */
export const S3_SERVERS: Readonly<Record<string, DescribeServer>> = {
  'the fake S3': describeFakeS3,
  ...REAL_S3_SERVERS,
};
