import type { IncomingMessage } from 'node:http';
import { findRoute } from '../rest/routes.ts';
import { DOWNLOADS } from '../rest/download.ts';
import type { Call, CallKind } from './call.ts';
import { pathIn, type Layout } from './layout.ts';

/** Nothing models it, so a test that asks for it fails. */
const NOWHERE = '/_nowhere';

export interface IncomingCall {
  readonly url: URL;
  readonly accept: string;
  readonly authorization: string;
  readonly body: unknown;
}

export async function readCall(
  request: IncomingMessage,
  { origin, layout }: { readonly origin: string; readonly layout: Layout },
  number: number,
): Promise<{ call: Call; incoming: IncomingCall }> {
  const url = new URL(request.url ?? '/', origin);
  url.pathname = pathIn(layout, url.pathname) ?? NOWHERE;
  const method = request.method ?? 'GET';
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const body: unknown = text === '' ? undefined : parsed(text);
  const kind: CallKind = url.pathname === '/graphql' ? 'graphql' : url.pathname.startsWith(DOWNLOADS) ? 'download' : 'rest';
  const route = kind === 'rest' ? (findRoute(method, url.pathname)?.route.template ?? url.pathname) : url.pathname;
  return {
    call: { number, kind, method, route, url: `${url.pathname}${url.search}`, body, status: 0, sent: null },
    incoming: { url, accept: request.headers.accept ?? '', authorization: request.headers.authorization ?? '', body },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
