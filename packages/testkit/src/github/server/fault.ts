import type { Call, CallMatcher } from './call.ts';

/** What goes wrong, in place of the answer or with it. */
export type Fault =
  /** The hour's budget is spent. */
  | { readonly kind: 'primary-limit'; readonly resetAt: Date }
  /** Too much at once: GitHub says how long to wait. */
  | { readonly kind: 'secondary-limit'; readonly status: 403 | 429; readonly retryAfter: number }
  /** The servers give up on large GraphQL pages: `first` or `last` over this many. */
  | { readonly kind: 'bad-gateway-over'; readonly page: number }
  /** An answer in the wrong language, as proxies and outages give it. */
  | { readonly kind: 'html'; readonly status: number }
  /** The body ends early; `closed` says whether the connection breaks there or the answer claims to be whole. */
  | { readonly kind: 'cut-body'; readonly bytes: number; readonly how: 'closed' | 'complete' }
  | { readonly kind: 'wrong-encoding'; readonly encoding: 'utf16le' | 'latin1' | 'claims-gzip' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'latency'; readonly milliseconds: number }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Any other lie: the body that would be sent goes in, the one that is sent comes out. */
  | { readonly kind: 'mutate'; readonly change: (call: Call, body: unknown) => unknown };

export interface PlacedFault {
  readonly on: CallMatcher;
  readonly fault: Fault;
  /** How often it strikes; for ever if left out. */
  times?: number;
}
