import type { PolicyDocument } from '../../iam/policy-document.ts';

/** A request that was read, placed and signed; its body is whole and no longer chunked. */
export interface S3Request {
  readonly operation: string;
  readonly method: string;
  readonly bucket: string | null;
  readonly key: string | null;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Headers that came after the body. */
  readonly trailer: Readonly<Record<string, string>>;
  readonly authType: 'REST-HEADER' | 'REST-QUERY-STRING';
  /** `policy`: what the identity itself may do; undefined: everything. */
  readonly principal: { readonly arn: string; readonly policy: PolicyDocument | readonly PolicyDocument[] | undefined };
  readonly wantedLock: WantedLock;
}

/** The lock that a request asks for, by header or in its body, for the policy keys `s3:object-lock-…`. */
export interface WantedLock {
  readonly mode?: string | undefined;
  readonly until?: string | undefined;
  readonly legalHold?: string | undefined;
}
