import type { Token } from '../permissions/token.ts';
import { answerRest } from '../rest/answer-rest.ts';
import { storedBytes } from '../rest/download.ts';
import { refusal } from '../rest/rest-answer.ts';
import { findRoute } from '../rest/routes.ts';
import type { View } from '../rest/view.ts';
import type { Call } from './call.ts';
import { json, type Outgoing } from './outgoing.ts';
import type { IncomingCall } from './read-call.ts';

/** What GitHub would say, before anything goes wrong on the way. */
export async function answerCall(view: View, call: Call, incoming: IncomingCall, unmodelled: string[]): Promise<Outgoing> {
  if (call.kind === 'download') return download(view, incoming);
  const token = view.scenario.tokens.get(incoming.authorization.replace(/^(?:token|bearer) /i, ''));
  if (token === undefined) return json(401, { message: 'Bad credentials', status: '401' });
  if (call.kind === 'graphql') return graphql(view, token, incoming, unmodelled);
  const match = findRoute(call.method, incoming.url.pathname);
  if (match === undefined) {
    unmodelled.push(`${call.method} ${incoming.url.pathname}`);
    return drawn(refusal(501, `the fake GitHub does not model ${call.method} ${incoming.url.pathname}`));
  }
  const answer = answerRest(view, token, match, incoming);
  if (answer.status === 501) unmodelled.push(`${call.method} ${call.url}`);
  return drawn(answer);
}

const drawn = ({
  status,
  headers,
  body,
}: {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
}): Outgoing => json(status, body, { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '999', ...headers });

async function graphql(view: View, token: Token, { body }: IncomingCall, unmodelled: string[]): Promise<Outgoing> {
  const { query, variables } = (body ?? {}) as { readonly query?: unknown; readonly variables?: unknown };
  if (typeof query !== 'string') return json(400, { message: 'A query attribute must be specified and must be a string.' });
  const given = typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {};
  const { answerGraphQL } = await import('../graphql/answer-graphql.ts'); // not for tests that never ask
  return json(200, await answerGraphQL({ ...view, token, unmodelled }, query, given));
}

function download(view: View, { url }: IncomingCall): Outgoing {
  const bytes = url.searchParams.has('sig') ? storedBytes(view.scenario, url.pathname) : undefined;
  if (bytes === undefined) return { status: 404, headers: { 'content-type': 'application/xml' }, bytes: Buffer.from('<Error/>') };
  const headers = { 'content-type': 'application/zip', 'content-length': String(bytes.length) };
  return { status: 200, headers, bytes };
}
