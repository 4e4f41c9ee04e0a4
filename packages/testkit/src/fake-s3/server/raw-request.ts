import type { IncomingMessage } from 'node:http';

/** A request as it came over the wire. */
export interface RawRequest {
  readonly method: string;
  /** Still encoded. */
  readonly rawPath: string;
  readonly query: readonly (readonly [string, string])[];
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

/** Null if the sender went away before the body was whole. */
export async function readRequest(message: IncomingMessage): Promise<RawRequest | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of message) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  const [rawPath = '/', search = ''] = (message.url ?? '/').split(/\?(.*)/s);
  const headers = Object.entries(message.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(',') : (value ?? ''),
  ]);
  return {
    method: message.method ?? 'GET',
    rawPath,
    query: search
      .split('&')
      .filter((pair) => pair !== '')
      .map(decodedPair),
    headers: Object.fromEntries(headers) as Record<string, string>,
    bytes: Buffer.concat(chunks),
  };
}

/** A plus sign stays one: addresses of S3 are no HTML forms. */
function decodedPair(pair: string): readonly [string, string] {
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  return [decodeURIComponent(name), decodeURIComponent(value)];
}
