import type { IncomingMessage } from 'node:http';
import type { Agent } from 'node:https';

interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  /** Bytes; a body of more is no answer. */
  readonly most?: number;
}

export interface Exchanged {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
}

export const TOO_LARGE = 'ERR_TOO_LARGE';

/** Nothing here asks for a compressed answer, so one that claims to be is not what was asked for. */
const ENCODED = 'ERR_ENCODED';

/**
 * One HTTP request and its whole answer, over Node's own client: the `fetch` that Node ships takes four times the processor time for the
 * calls of one gate (190 ms against 40), most of it to load. A redirect is an answer: nobody is led elsewhere, with a token or without.
 */
export async function exchange(
  address: string,
  { method = 'GET', headers = {}, body, signal, most = Number.POSITIVE_INFINITY }: Question,
): Promise<Exchanged> {
  const url = new URL(address);
  if (!isPrivate(url)) throw failure('ERR_NOT_PRIVATE');
  const { request, agent } = client(url.protocol);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method, headers, agent, signal }, resolve).on('error', reject).end(body);
  });
  if (!['identity', undefined].includes(answer.headers['content-encoding'])) answer.destroy(failure(ENCODED));
  return { status: answer.statusCode ?? 0, headers: headersOf(answer), bytes: await bytesOf(answer, most) };
}

/** By events: to iterate over an answer is half a millisecond of processor time each, and a gate reads a dozen. */
function bytesOf(answer: IncomingMessage, most: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    answer.on('data', (part: Buffer) => {
      size += part.length;
      if (size > most) answer.destroy(failure(TOO_LARGE));
      else parts.push(part);
    });
    answer.on('end', () => resolve(Buffer.concat(parts)));
    answer.on('error', reject);
    answer.on('close', () => reject(failure('ECONNRESET'))); // nothing happens if it had ended
  });
}

/** Plain HTTP only from this machine, where a test listens. */
const isPrivate = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));

const agents = new Map<string, Agent>();

/**
 * One connection serves many calls; an idle one keeps no process alive, and ends before servers tire of it. Not the agent that Node shares
 * out, which a variable of the environment sends through a proxy. Not by `import` either: to name all exports of `node:http` it would load
 * the WebSocket and the `fetch` behind them (55 ms of processor time).
 */
function client(protocol: string) {
  const { request, Agent } = process.getBuiltinModule(protocol === 'http:' ? 'node:http' : 'node:https');
  const agent = agents.get(protocol) ?? (new Agent({ keepAlive: true, timeout: 4_000 }) as Agent);
  agents.set(protocol, agent);
  return { request, agent };
}

const headersOf = ({ headers }: IncomingMessage): ReadonlyMap<string, string> =>
  new Map(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));

const failure = (code: string): Error => Object.assign(new Error(code), { code });
