export interface RestAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is bytes. */
  readonly body?: unknown;
}

export const ok = (body: unknown): RestAnswer => ({ status: 200, body });

export function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): RestAnswer {
  return { status, headers, body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) } };
}

/** For what is absent and, on purpose, also for what the token may not know of. */
export const notFound = (): RestAnswer => refusal(404, 'Not Found');
