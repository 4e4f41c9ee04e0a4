import type { PolicyRequest } from '../../iam/evaluate-policy.ts';
import { findRoute } from '../operations/find-route.ts';
import type { Route, Scope } from '../operations/route.ts';
import { addressOf, type Address } from './address.ts';
import type { RawRequest } from './raw-request.ts';

/** One request as it arrived; who sent it is what it says of itself, and not yet checked. */
export interface S3Call extends Address {
  /** Counted from 1 over all senders. */
  readonly number: number;
  /** Counted from 1 for this access key. */
  readonly ofSender: number;
  /** Null: no operation that the fake knows. */
  readonly operation: string | null;
  readonly accessKey: string | null;
}

/** What became of a call. */
export interface AnsweredS3Call extends S3Call {
  /** 0: no answer was sent. */
  readonly status: number;
  /** S3's word for a refusal. */
  readonly code: string | null;
  /** The statement of a policy that refused it. */
  readonly deniedBy: string | null;
  /** What it needed rights for, as far as it came: to be judged again under other policies. */
  readonly asked: readonly PolicyRequest[];
}

/** The operation that a request is, in its place. */
export function routeOf(request: RawRequest, { bucket, key }: Address): Route | null {
  const scope: Scope = key !== null ? 'object' : bucket !== null ? 'bucket' : 'service';
  return findRoute(request.method, scope, { query: new Map(request.query), headers: request.headers });
}

export function claimedKey({ headers, query }: RawRequest): string | null {
  const credential = /Credential=([^,]+)/.exec(headers['authorization'] ?? '')?.[1] ?? new Map(query).get('X-Amz-Credential');
  return credential?.split('/', 1)[0] ?? null;
}

export function readCall(request: RawRequest, number: number, ofSender: number): S3Call {
  const address = addressOf(request);
  const operation = routeOf(request, address)?.operation ?? null;
  return { ...address, number, ofSender, operation, accessKey: claimedKey(request) };
}
