import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import { aSoundChange, FAKE_TOKEN, startFakeGitHub, type FakeGitHub, type SoundChange } from '@proofrail/testkit';
import { githubApi } from './github-api.ts';

const WHERE = { owner: 'acme', repo: 'refunds' };
const RUN = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
let change: SoundChange;
let github: FakeGitHub;

beforeEach(async () => {
  change = aSoundChange();
  github = await startFakeGitHub(change.scenario);
});
afterEach(() => github.close());

describe('an answer of GitHub', () => {
  const run = (token = FAKE_TOKEN, id = change.runs.test.id) =>
    githubApi(token, github.url).request(RUN, { ...WHERE, run_id: id });

  it('is data whatever its status: what it means is for the caller to say', async () => {
    expect(await run()).toMatchObject({ kind: 'answered', status: 200, body: { id: change.runs.test.id } });
    expect(await run('another token')).toMatchObject({ kind: 'answered', status: 401, body: { message: 'Bad credentials' } });
    expect(await run(FAKE_TOKEN, 1)).toMatchObject({ kind: 'answered', status: 404 });
  });

  it('keeps the headers that name a limit', async () => {
    github.inject(() => true, { kind: 'secondary-limit', status: 429, retryAfter: 7 });
    expect(await run()).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    expect(github.calls()).toHaveLength(1);
  });

  it('is the text as it came where it is no JSON', async () => {
    github.inject(() => true, { kind: 'html', status: 200 });
    expect(await run()).toMatchObject({ status: 200, body: expect.stringContaining('Unicorn') });
  });

  it('that never comes is unreachable, and quotes nothing', async () => {
    github.inject(() => true, { kind: 'reset' });
    expect(await run()).toEqual({ kind: 'unreachable', cause: expect.stringMatching(/^\w+$|^no answer$/) });
  });

  it('to a document has its data and its errors', async () => {
    const ask = (document: string) => githubApi(FAKE_TOKEN, github.url).graphql(document, { n: 99 });
    const found = await ask('{ repository(owner: "acme", name: "refunds") { databaseId } }');
    expect(found).toMatchObject({ status: 200, body: { data: { repository: { databaseId: 778_812_345 } } } });
    const partial = await ask(
      'query ($n: Int!) { repository(owner: "acme", name: "refunds") { databaseId pullRequest(number: $n) { title } } }',
    );
    expect(partial).toMatchObject({
      status: 200,
      body: {
        data: { repository: { databaseId: 778_812_345, pullRequest: null } },
        errors: [{ path: ['repository', 'pullRequest'] }],
      },
    });
  });

  it('is asked for at the Enterprise server’s own place for GraphQL', async () => {
    const paths: string[] = [];
    const server = createServer((request, response) => {
      paths.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{}}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await githubApi('t', `http://127.0.0.1:${port}/api/v3/`).graphql('{ viewer { login } }', {});
    await githubApi('t', `http://127.0.0.1:${port}/api/v3/`).request('GET /repos/{owner}/{repo}', { owner: 'a', repo: 'b/../c' });
    await new Promise((resolve) => void server.close(resolve).closeAllConnections());
    expect(paths).toEqual(['/api/graphql', '/api/v3/repos/a/b%2F..%2Fc']);
  });
});
