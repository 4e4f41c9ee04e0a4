import { createServer } from 'node:http';
import { parseRequest } from './parse-request.js';

const EXPECTED = 'expected {"order": "A-1042", "currency": "EUR", "cents": 1299}';
const LONGEST_BODY = 4_096; // bytes; a request has two short fields

/** POST /refunds, GET /refunds/<id>, GET /healthz. */
export function createRefundServer(book) {
  return createServer(async (request, response) => {
    // A path that is no URL, a client that hangs up half-way: neither may take the process down.
    const { status, body } = await answer(request, book).catch(() => ({ status: 400, body: { error: 'unreadable request' } }));
    response.writeHead(status, { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' });
    response.end(JSON.stringify(body));
  });
}

async function answer(request, book) {
  const { pathname } = new URL(request.url, 'http://refunds.invalid');
  if (request.method === 'GET' && pathname === '/healthz') return { status: 200, body: { healthy: true } };
  if (request.method === 'POST' && pathname === '/refunds') return requestRefund(request, book);
  const id = /^\/refunds\/([0-9a-f-]{36})$/.exec(pathname)?.[1];
  const refund = request.method === 'GET' && id !== undefined ? book.find(id) : null;
  return refund === null ? { status: 404, body: { error: 'not found' } } : { status: 200, body: refund };
}

async function requestRefund(request, book) {
  const text = await readBody(request);
  if (text === null) return { status: 413, body: { error: `at most ${LONGEST_BODY} bytes` } };
  const wanted = parseRequest(text);
  if (wanted === null || !book.takes(wanted.currency)) return { status: 400, body: { error: EXPECTED } };
  return { status: 201, body: book.request(wanted) };
}

/** The body as text, or null as soon as it grows too long. */
async function readBody(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > LONGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
