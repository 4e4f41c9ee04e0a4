import type { PolicyDocument } from '../iam/policy-document.ts';
import type { AccessKey } from '../fake-s3/state/s3-state.ts';
import type { FakeKmsKey } from './fake-kms-key.ts';

/** The account behind the server. */
export interface KmsState {
  readonly account: string;
  readonly region: string;
  readonly accessKey: AccessKey;
  readonly keys: Map<string, FakeKmsKey>;
  /** What the caller may do; null: everything. */
  policy: PolicyDocument | null;
}
