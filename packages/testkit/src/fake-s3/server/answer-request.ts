import { arnOf, type Context } from '../operations/context.ts';
import { expectModelled } from '../operations/find-route.ts';
import type { Route } from '../operations/route.ts';
import type { PolicyRequest } from '../../iam/evaluate-policy.ts';
import { authorisationOf } from '../policy/authorise.ts';
import { S3Error, Unmodelled } from '../s3-error.ts';
import { checkSignature } from '../sigv4/check-signature.ts';
import { decodeChunks } from '../sigv4/decode-chunks.ts';
import type { S3State } from '../state/s3-state.ts';
import { addressOf } from './address.ts';
import { routeOf } from './s3-call.ts';
import { drawnError, type Outgoing } from './outgoing.ts';
import type { RawRequest } from './raw-request.ts';
import type { S3Request, WantedLock } from './s3-request.ts';

export interface Answer {
  readonly outgoing: Outgoing;
  readonly deniedBy: string | null;
  /** What it needed rights for, as far as it came. */
  readonly asked: readonly PolicyRequest[];
  /** What the request asked for and nothing here knows. */
  readonly unmodelled: string | null;
}

/** Applies one request to the state, in one go: nothing else happens between its checks and its effect. */
export function answerRequest(state: S3State, raw: RawRequest): Answer {
  let deniedBy: string | null = null;
  const asked: PolicyRequest[] = [];
  try {
    const { route, request } = readS3Request(state, raw);
    const { question, denial } = authorisationOf(request, state);
    const context: Context = {
      state,
      request,
      may: (action, resource) => denial(question(action, resource)) === null,
      demand: (action, resource) => {
        const demanded = question(action, resource);
        asked.push(demanded);
        const by = denial(demanded);
        if (by === null) return;
        deniedBy = by;
        throw new S3Error(403, 'AccessDenied', 'Access Denied');
      },
    };
    const resource = request.bucket === null ? '*' : arnOf(request.bucket, request.key);
    for (const action of route.actions(request)) context.demand(action, resource);
    return { outgoing: route.answer(context), deniedBy, asked, unmodelled: null };
  } catch (error) {
    const refusal = error instanceof S3Error ? error : new Unmodelled(`this: ${String(error)}`);
    const unmodelled = refusal instanceof Unmodelled ? refusal.message : null;
    return { outgoing: drawnError(refusal, raw.method), deniedBy, asked, unmodelled };
  }
}

function readS3Request(state: S3State, raw: RawRequest): { readonly route: Route; readonly request: S3Request } {
  if (raw.headers['content-type']?.startsWith('multipart/form-data') === true) throw new Unmodelled('uploads by a form');
  const { accessKey, claim, signing } = checkSignature(raw, {
    service: 's3',
    region: state.region,
    accessKeys: state.accessKeys,
    now: Date.now(),
  });
  const address = addressOf(raw);
  const route = routeOf(raw, address);
  if (route === null) throw new Unmodelled(`${raw.method} ${raw.rawPath} ${raw.query.map(([name]) => name).join(' ')}`.trim());
  const query = new Map(raw.query);
  expectModelled(route, { query, headers: raw.headers });
  expectOwner(raw.headers['x-amz-expected-bucket-owner'], state.account);
  const streamed = claim.payloadHash.startsWith('STREAMING-');
  const { bytes: body, trailer } = streamed
    ? decodeChunks(raw.bytes, { kind: claim.payloadHash, signing, seed: claim.signature })
    : { bytes: raw.bytes, trailer: {} };
  const principal = { arn: accessKey.arn ?? `arn:aws:iam::${state.account}:root`, policy: accessKey.policy };
  const { operation } = route;
  const { method, headers } = raw;
  const wantedLock = route.wantedLock?.(body) ?? lockInHeaders(headers);
  const { authType } = claim;
  return { route, request: { ...address, operation, method, query, headers, body, trailer, authType, principal, wantedLock } };
}

/** The check that keeps a bucket of the same name in another account from passing for ours (attack 15). */
function expectOwner(expected: string | undefined, account: string): void {
  if (expected !== undefined && expected !== account) throw new S3Error(403, 'AccessDenied', 'Access Denied');
}

const lockInHeaders = (headers: RawRequest['headers']): WantedLock => ({
  mode: headers['x-amz-object-lock-mode'],
  until: headers['x-amz-object-lock-retain-until-date'],
  legalHold: headers['x-amz-object-lock-legal-hold'],
});
