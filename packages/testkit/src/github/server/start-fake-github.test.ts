import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ask, queryPull } from '../../../test/github/fake-client.ts';
import { aSoundChange, FAKE_TOKEN, push, startFakeGitHub, type FakeGitHub, type Fault, type SoundChange } from '../index.ts';

let change: SoundChange;
let server: FakeGitHub;
beforeEach(async () => {
  change = aSoundChange();
  server = await startFakeGitHub(change.scenario);
});
afterEach(() => server.close());

const rawly = (path: string): Promise<Response> =>
  fetch(`${server.url}/repos/acme/refunds${path}`, { headers: { authorization: `Bearer ${FAKE_TOKEN}` } });
const always = () => true;

describe('the log of calls', () => {
  it('says what was asked, how it ended, and how many of each kind there were', async () => {
    await ask(server, '/pulls/41/files?per_page=100');
    await queryPull(server, 'number');
    const [artifact] = change.runs.scan.artifacts;
    const { headers } = await ask(server, `/actions/artifacts/${artifact?.id ?? 0}/zip`);
    const zip = await fetch(headers.get('location') ?? '');
    expect(Buffer.from(await zip.arrayBuffer())).toEqual(artifact?.zip);
    await ask(server, '/no/such/thing');
    expect(server.calls().map(({ method, route, status }) => [method, route, status])).toEqual([
      ['GET', '/repos/{owner}/{repo}/pulls/{pull_number}/files', 200],
      ['POST', '/graphql', 200],
      ['GET', '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', 302],
      ['GET', `/_storage/artifacts/${artifact?.id ?? 0}`, 200],
      ['GET', '/repos/acme/refunds/no/such/thing', 501],
    ]);
    expect(server.counted()).toEqual({ graphql: 1, rest: 3, download: 1 });
  });

  it('shows a filter that nobody looks at, in place of an answer that ignores it', async () => {
    expect((await ask(server, '/actions/runs?created=2026')).status).toBe(501);
    expect(server.unmodelled()).toEqual(['GET /repos/acme/refunds/actions/runs?created=2026']);
  });
});

describe('the world moves while it is read', () => {
  it('after a call by number: that answer is old, the next is new', async () => {
    const before = change.pullRequest.head.commit;
    server.after(1, () => push(change, change.author));
    const heads = [];
    for (let call = 0; call < 3; call += 1) {
      const answer = await queryPull(server, 'headRefOid');
      heads.push(answer.data.repository['pullRequest']?.['headRefOid']);
    }
    expect(heads).toEqual([before, change.pullRequest.head.commit, change.pullRequest.head.commit]);
    expect(heads[1]).not.toBe(before);
  });

  it('after the first call of a kind, once', async () => {
    server.after(
      ({ route }) => route.endsWith('/files'),
      (state) => void state.later(60),
    );
    const start = change.scenario.now;
    await ask(server, '/pulls/41');
    expect(change.scenario.now).toEqual(start);
    await ask(server, '/pulls/41/files');
    await ask(server, '/pulls/41/files');
    expect(change.scenario.now.getTime() - start.getTime()).toBe(3_600_000);
  });
});

describe('each fault is seen by the caller as it is meant', () => {
  const answerTo = async (fault: Fault) => {
    server.inject(always, fault);
    return ask(server, '/pulls/41');
  };

  it('a spent budget names when it comes back', async () => {
    const { status, headers } = await answerTo({ kind: 'primary-limit', resetAt: new Date('2026-11-20T13:00:00Z') });
    expect([status, headers.get('x-ratelimit-remaining'), headers.get('x-ratelimit-reset')]).toEqual([403, '0', '1795179600']);
  });

  it.each([403, 429] as const)('too much at once is %i and names how long to wait', async (status) => {
    const answer = await answerTo({ kind: 'secondary-limit', status, retryAfter: 7 });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, '7']);
  });

  it('a page that is too large for the servers is 502, half of it is not', async () => {
    server.inject(always, { kind: 'bad-gateway-over', page: 50 });
    const status = async (size: number, variable: boolean) => {
      const query = variable
        ? 'query ($n: Int!) { repository(owner: "acme", name: "refunds") { pullRequests(first: $n) { totalCount } } }'
        : `{ repository(owner: "acme", name: "refunds") { pullRequests(first: ${size}) { totalCount } } }`;
      const body = JSON.stringify({ query, variables: { n: size } });
      const headers = { authorization: `Bearer ${FAKE_TOKEN}` };
      return (await fetch(`${server.url}/graphql`, { method: 'POST', headers, body })).status;
    };
    expect([await status(100, false), await status(100, true), await status(50, true)]).toEqual([502, 502, 200]);
  });

  it('HTML comes with its status and its type', async () => {
    server.inject(always, { kind: 'html', status: 200 });
    const answer = await rawly('/pulls/41');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html']);
    expect(await answer.text()).toContain('<!DOCTYPE html>');
  });

  it('a body that is cut is either half an answer or a broken connection', async () => {
    server.inject(1, { kind: 'cut-body', bytes: 40, how: 'complete' });
    server.inject(2, { kind: 'cut-body', bytes: 40, how: 'closed' });
    expect(await (await rawly('/pulls/41')).text()).toHaveLength(40);
    await expect(rawly('/pulls/41').then((answer) => answer.text())).rejects.toThrow();
  });

  it.each(['utf16le', 'claims-gzip'] as const)('an answer in the wrong encoding (%s) is no JSON', async (encoding) => {
    server.inject(always, { kind: 'wrong-encoding', encoding });
    await expect(rawly('/pulls/41').then((answer) => answer.json())).rejects.toThrow();
  });

  it('a reset is no answer at all', async () => {
    server.inject(always, { kind: 'reset' });
    await expect(rawly('/pulls/41')).rejects.toThrow();
    expect(server.calls()[0]?.status).toBe(0);
  });

  it('latency makes each call slow', async () => {
    const start = performance.now();
    await answerTo({ kind: 'latency', milliseconds: 80 });
    expect(performance.now() - start).toBeGreaterThan(75);
  });

  it('any other lie is told by a function', async () => {
    const { body } = await answerTo({ kind: 'mutate', change: (_call, told) => ({ ...(told as object), number: 'forty-one' }) });
    expect(body).toMatchObject({ number: 'forty-one', title: 'Lower the refund limit' });
  });

  it('and only where it was placed, as often as it was placed', async () => {
    server.inject(({ route }) => route.endsWith('{pull_number}'), { kind: 'status', status: 500 }, 2);
    const statuses = [];
    for (const path of ['/pulls', '/pulls/41', '/pulls/41', '/pulls/41']) statuses.push((await ask(server, path)).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
  });
});

describe('lists end where GitHub ends them', () => {
  it('by pages that link to each other', async () => {
    for (let file = 0; file < 5; file += 1) push(change, change.author);
    const paths: string[] = [];
    let pages = 0;
    for (let next: string | undefined = '/pulls/41/commits?per_page=4'; next !== undefined; pages += 1) {
      const { headers, body } = await ask(server, next);
      paths.push(...(body as { sha: string }[]).map(({ sha }) => sha));
      next = /<[^>]*refunds([^>]*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    }
    expect([pages, new Set(paths).size]).toEqual([2, 6]);
  });

  it('by a cap that no header mentions', async () => {
    push(change, change.author, {
      files: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`docs/${index}.md`, `${index}`])),
    });
    change.scenario.caps.pullRequestFiles = 4;
    change.scenario.caps.pullRequestCommits = 1;
    const files = await ask(server, '/pulls/41/files?per_page=100');
    expect(files.body).toHaveLength(4);
    expect(files.headers.get('link')).toBeNull();
    expect((await ask(server, '/pulls/41/commits')).body).toHaveLength(1);
    expect((await ask(server, '/pulls/41')).body).toMatchObject({ changed_files: 10, commits: 2 });
  });
});
