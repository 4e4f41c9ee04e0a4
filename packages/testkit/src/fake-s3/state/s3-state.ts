import type { PolicyDocument } from '../../iam/policy-document.ts';
import { FakeBucket, type BucketOptions } from './fake-bucket.ts';

export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  /** Who holds it, for `Principal` and `aws:PrincipalArn`; default: the root of the account. */
  readonly arn?: string;
  /** What the identity may do; left out: everything that the bucket does not deny. */
  readonly policy?: PolicyDocument | readonly PolicyDocument[];
}

/** The account behind the server. Tests change it between requests. */
export class S3State {
  readonly account: string;
  readonly region: string;
  readonly accessKeys: Map<string, AccessKey>;
  readonly buckets = new Map<string, FakeBucket>();
  /** Keys that KMS no longer serves: what lies under them is there and unreadable. */
  readonly disabledKmsKeys = new Set<string>();
  /** What `aws:SecureTransport` says. The fake speaks plain HTTP and stands for the endpoint behind TLS. */
  transport: 'tls' | 'plain' = 'tls';
  #ahead = 0;

  constructor(account: string, region: string, accessKeys: readonly AccessKey[]) {
    this.account = account;
    this.region = region;
    this.accessKeys = new Map(accessKeys.map((key) => [key.id, key]));
  }

  get now(): number {
    return Date.now() + this.#ahead;
  }

  /** Lets time pass for locks and dates of objects; signatures go on with the clock of the machine. */
  later(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  createBucket(name: string, options: BucketOptions = {}): FakeBucket {
    const bucket = new FakeBucket(name, this.now, options);
    this.buckets.set(name, bucket);
    return bucket;
  }

  bucket(name: string): FakeBucket {
    const bucket = this.buckets.get(name);
    if (bucket === undefined) throw new Error(`no bucket ${name}`);
    return bucket;
  }
}
