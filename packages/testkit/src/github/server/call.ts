export type CallKind = 'graphql' | 'rest' | 'download';

/** One request as the server saw it, in the order of arrival; numbers start at 1. */
export interface Call {
  readonly number: number;
  readonly kind: CallKind;
  readonly method: string;
  /** The template of GitHub's reference, `/graphql`, or the path if nothing here knows it. */
  readonly route: string;
  /** Path and query as they came. */
  readonly url: string;
  /** What was sent along: of GraphQL the document and its variables. */
  readonly body: unknown;
  /** 0 while it runs, and for good if the connection was cut instead of answered. */
  status: number;
  /** The body as it left; null as long as `status` is 0. */
  sent: Uint8Array | null;
}

/** Which calls something is about: one by its number, or those that a function picks. */
export type CallMatcher = number | ((call: Call) => boolean);

export const matches = (matcher: CallMatcher, call: Call): boolean =>
  typeof matcher === 'number' ? call.number === matcher : matcher(call);
