import type { Call } from './call.ts';
import type { Fault } from './fault.ts';
import { json, type Outgoing } from './outgoing.ts';

/** The answer with one thing wrong; null if the connection just ends. */
export function applyFault(fault: Fault, call: Call, answer: Outgoing): Outgoing | null {
  switch (fault.kind) {
    case 'latency': // waited for where the answer is sent
      return answer;
    case 'reset':
      return null;
    case 'primary-limit':
      return json(403, { message: 'API rate limit exceeded for installation.' }, spent(fault.resetAt));
    case 'secondary-limit': {
      const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
      return json(fault.status, { message }, { 'retry-after': String(fault.retryAfter) });
    }
    case 'bad-gateway-over':
      return largestPage(call) > fault.page ? page(502, 'Bad Gateway') : answer;
    case 'html':
      return page(fault.status, 'Unicorn! · GitHub');
    case 'cut-body':
      return { ...answer, bytes: answer.bytes.subarray(0, fault.bytes), cut: fault.how === 'closed' };
    case 'wrong-encoding':
      return encoded(fault.encoding, answer);
    case 'status':
      return json(fault.status, { message: `status ${fault.status}` }, fault.headers);
    case 'mutate':
      return { ...answer, bytes: mutated(fault.change(call, parsed(answer.bytes))) };
  }
}

const spent = (resetAt: Date): Record<string, string> => ({
  'x-ratelimit-limit': '1000',
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': String(Math.ceil(resetAt.getTime() / 1000)),
});

const page = (status: number, title: string): Outgoing => ({
  status,
  headers: { 'content-type': 'text/html' },
  bytes: Buffer.from(`<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`),
});

function encoded(encoding: 'utf16le' | 'latin1' | 'claims-gzip', answer: Outgoing): Outgoing {
  if (encoding === 'claims-gzip') return { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' } };
  return { ...answer, bytes: Buffer.from(answer.bytes.toString('utf8'), encoding) };
}

/** The largest page that a document asks for, written into it or handed in as a variable. */
function largestPage(call: Call): number {
  if (call.kind !== 'graphql' || typeof call.body !== 'object' || call.body === null) return 0;
  const { query, variables } = call.body as { readonly query?: unknown; readonly variables?: unknown };
  const values =
    typeof variables === 'object' && variables !== null ? new Map(Object.entries(variables)) : new Map<string, unknown>();
  const asked = [...String(query).matchAll(/\b(?:first|last)\s*:\s*(?:(\d+)|\$(\w+))/g)];
  return Math.max(0, ...asked.map(([, number, name]) => Number(number ?? values.get(name ?? '') ?? 0)));
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return bytes.toString('utf8');
  }
}

const mutated = (body: unknown): Buffer =>
  Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : (JSON.stringify(body) ?? ''));
