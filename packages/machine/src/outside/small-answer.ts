const LONGEST_WAIT = 20_000; // milliseconds for one answer: a seal waits for it
const MOST_BYTES = 65_536;

export interface SmallAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** One request and its answer, which is small; or why there was none. Follows no redirect: the address is all that its owner named. */
export async function smallAnswer(url: URL, request: RequestInit): Promise<SmallAnswer | string> {
  try {
    const response = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(LONGEST_WAIT) });
    const bytes = await read(response);
    const { status, headers } = response;
    return bytes === null
      ? `an answer of more than ${MOST_BYTES} bytes`
      : { status, type: (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '', body: bytes };
  } catch (cause) {
    return `no answer (${cause instanceof Error ? cause.name : 'an error'})`; // what was said on the way may hold anybody's bytes
  }
}

async function read({ body }: Response): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
