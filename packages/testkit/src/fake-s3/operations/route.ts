import type { Outgoing } from '../server/outgoing.ts';
import type { WantedLock } from '../server/s3-request.ts';
import type { Context } from './context.ts';

export type Scope = 'service' | 'bucket' | 'object';

/** One operation of S3: how it is recognised, what it may carry, which rights it needs, what answers it. */
export interface Route {
  readonly operation: string;
  readonly method: string;
  readonly scope: Scope;
  /** A query parameter or header without which it is another operation. */
  readonly marks?: readonly string[];
  /** Further query parameters that are looked at. */
  readonly query?: readonly string[];
  /** Headers `x-amz-…` that are looked at. What is in neither list is not modelled. */
  readonly headers?: readonly string[];
  readonly actions: (request: Asked) => readonly string[];
  readonly wantedLock?: (body: Buffer) => WantedLock;
  readonly answer: (context: Context) => Outgoing;
}

export interface Asked {
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string>>;
}
