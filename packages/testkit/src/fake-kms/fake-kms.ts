import type { PolicyDocument } from '../iam/policy-document.ts';
import type { FakeKeySpec, FakeKeyUsage, FakeKmsKey } from './fake-kms-key.ts';
import type { AnsweredKmsCall, KmsFaultScript } from './kms-fault.ts';

export interface FakeKmsOptions {
  readonly region?: string;
  /** Twelve digits. */
  readonly account?: string;
}

export interface FakeKms {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  createKey(spec?: FakeKeySpec, usage?: FakeKeyUsage): FakeKmsKey;
  /** From now on callers may do what this policy of theirs allows; null: everything. */
  allow(policy: PolicyDocument | null): void;
  calls(): readonly AnsweredKmsCall[];
  /** What a test asked for and no part of the fake knows. A test that ends with some proves nothing. */
  unmodelled(): readonly string[];
  /** From now on this script decides what goes wrong; null: nothing. */
  fail(script: KmsFaultScript | null): void;
  close(): Promise<void>;
}
