import { describeFakeKms } from './describe-fake-kms.ts';
import { describeMoto } from './describe-moto.ts';

/** A server that speaks KMS. */
export interface KmsServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Makes a key for signing and answers its ARN. */
  createKey(spec: string): Promise<string>;
}

export type DescribeKms = (name: string, tests: (server: () => KmsServer) => void) => void;

/** Every server on which the signer has to keep the contract: one line each. */
export const KMS_SERVERS: Readonly<Record<string, DescribeKms>> = {
  'the fake KMS': describeFakeKms,
  moto: describeMoto,
};

/** The URI of a key on a server of this machine. */
export const uriOn = ({ url }: { readonly url: string }, arn: string): string => `awskms://${new URL(url).host}/${arn}`;
