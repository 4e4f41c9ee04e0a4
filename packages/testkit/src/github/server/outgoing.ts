/** An answer on its way out. `cut` breaks the connection after the body. */
export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly cut?: boolean;
}

export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Outgoing => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  bytes: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
});
