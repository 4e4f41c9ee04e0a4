import { FAKE_TOKEN, type FakeGitHub } from '../../src/github/index.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** As GraphQL answers: data, errors, or both. */
export interface GraphAnswer {
  readonly data: { readonly repository: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  readonly errors?: readonly { readonly type?: string; readonly path?: readonly unknown[]; readonly message: string }[];
}

export interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly accept?: string;
}

/** One call below the repository of the sound change; a redirect is an answer like any other. */
export async function ask(server: FakeGitHub, path: string, asked: Asked = {}): Promise<Answer> {
  return send(`${server.url}/repos/acme/refunds${path}`, asked);
}

export async function query(
  server: FakeGitHub,
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<GraphAnswer> {
  const answer = await send(`${server.url}/graphql`, { method: 'POST', body: { query: document, variables } });
  return answer.body as GraphAnswer;
}

/** The document is about pull request 41 of the sound change. */
export const queryPull = (server: FakeGitHub, fields: string): Promise<GraphAnswer> =>
  query(server, `{ repository(owner: "acme", name: "refunds") { pullRequest(number: 41) { ${fields} } } }`);

export const queryRepository = (server: FakeGitHub, fields: string): Promise<GraphAnswer> =>
  query(server, `{ repository(owner: "acme", name: "refunds") { ${fields} } }`);

async function send(url: string, { method = 'GET', body, accept = 'application/vnd.github+json' }: Asked): Promise<Answer> {
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${FAKE_TOKEN}`, accept },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  return { status: response.status, type, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}
