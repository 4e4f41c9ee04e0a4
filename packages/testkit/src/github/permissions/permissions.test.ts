import { afterEach, describe, expect, it } from '@jest/globals';
import { ask, queryPull, queryRepository } from '../../../test/github/fake-client.ts';
import { aSoundChange, DECIDE_SCOPES, FAKE_TOKEN, startFakeGitHub, type FakeGitHub, type SoundChange } from '../index.ts';
import type { Scope, Scopes } from './scopes.ts';

let server: FakeGitHub | undefined;
afterEach(() => server?.close());

async function started(
  scopes: Scopes,
  visibility: 'private' | 'public' = 'private',
): Promise<{ server: FakeGitHub; change: SoundChange }> {
  const change = aSoundChange({ scopes, visibility });
  server = await startFakeGitHub(change.scenario);
  return { server, change };
}

function without(scope: Scope): Scopes {
  return Object.fromEntries(Object.entries(DECIDE_SCOPES).filter(([name]) => name !== scope));
}

describe('REST without a scope', () => {
  it.each<[Scope, string]>([
    ['pull-requests', '/pulls/41'],
    ['checks', '/commits/main/check-runs'],
    ['statuses', '/commits/main/statuses'],
    ['actions', '/actions/runs'],
    ['contents', '/contents/src'],
    ['security-events', '/code-scanning/analyses'],
  ])('%s is refused, with the permission that would do', async (scope, path) => {
    const { server } = await started(without(scope));
    const answer = await ask(server, path);
    expect(answer).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } });
    expect(answer.headers.get('x-accepted-github-permissions')).toBe(`${scope.replaceAll('-', '_')}=read`);
  });

  it('reads what everybody may read of a public repository, and nothing of its security', async () => {
    const { server } = await started({}, 'public');
    expect((await ask(server, '/pulls/41')).status).toBe(200);
    expect((await ask(server, '/commits/main/check-runs')).status).toBe(200);
    expect((await ask(server, '/code-scanning/analyses')).status).toBe(403);
    expect((await ask(server, '/branches/main/protection')).status).toBe(403);
  });

  it('cannot write with a scope that reads', async () => {
    const { server, change } = await started(DECIDE_SCOPES);
    const sent = { method: 'POST', body: { body: 'denied' } };
    expect((await ask(server, '/issues/41/comments', sent)).status).toBe(403);
    expect(change.pullRequest.comments).toEqual([]);
    expect((await ask(server, `/actions/runs/${change.runs.test.id}/rerun`, { method: 'POST' })).status).toBe(403);
    expect(change.runs.test.attempt).toBe(1);
  });
});

describe('what is hidden without being refused', () => {
  it('who may pass by a ruleset: left out for who may not write it, never an empty list', async () => {
    for (const level of [undefined, 'read', 'write'] as const) {
      const scopes = level === undefined ? DECIDE_SCOPES : { ...DECIDE_SCOPES, administration: level };
      const { server, change } = await started(scopes);
      const { status, body } = await ask(server, `/rulesets/${change.repository.rulesets[0]?.id ?? 0}`);
      expect(status).toBe(200);
      expect(Object.hasOwn(body as object, 'bypass_actors')).toBe(level === 'write');
      await server.close();
    }
  });

  it('a private repository that the token was not made for: as if it did not exist', async () => {
    const { server, change } = await started(DECIDE_SCOPES);
    change.scenario.tokens.set(FAKE_TOKEN, { actor: change.author.id, scopes: DECIDE_SCOPES, repositories: new Set() });
    expect(await ask(server, '/pulls/41')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
    expect((await queryPull(server, 'number')).errors).toMatchObject([{ type: 'NOT_FOUND' }]);
  });

  it('everything, from a token that GitHub does not know', async () => {
    const { server, change } = await started(DECIDE_SCOPES);
    change.scenario.tokens.clear();
    expect((await ask(server, '')).status).toBe(401);
  });
});

describe('GraphQL without a scope is partial data with an error at the path', () => {
  it.each<[Scope, string, readonly string[]]>([
    ['pull-requests', 'pullRequest(number: 41) { number }', ['pullRequest']],
    ['contents', 'object(expression: "main") { oid }', ['object']],
    ['contents', 'defaultBranchRef { name target { oid } }', ['defaultBranchRef', 'target']],
    ['checks', 'pullRequest(number: 41) { statusCheckRollup { state } }', ['pullRequest', 'statusCheckRollup']],
    ['statuses', 'pullRequest(number: 41) { statusCheckRollup { state } }', ['pullRequest', 'statusCheckRollup']],
    [
      'issues',
      'pullRequest(number: 41) { closingIssuesReferences(first: 1) { totalCount } }',
      ['pullRequest', 'closingIssuesReferences'],
    ],
  ])('%s: %s', async (scope, fields, path) => {
    const whole = await started(DECIDE_SCOPES);
    expect(await queryRepository(whole.server, `databaseId ${fields}`)).not.toHaveProperty('errors');
    await whole.server.close();
    const { server } = await started(without(scope));
    const answer = await queryRepository(server, `databaseId ${fields}`);
    expect(answer).toMatchObject({
      data: { repository: { databaseId: 778_812_345 } },
      errors: [{ type: 'FORBIDDEN', path: ['repository', ...path], message: 'Resource not accessible by integration' }],
    });
  });

  it('actions: each check keeps its name and loses the workflow that ran it', async () => {
    const { server } = await started(without('actions'));
    const answer = await queryPull(
      server,
      'statusCheckRollup { contexts(first: 1) { nodes { ... on CheckRun { name checkSuite { workflowRun { event } } } } } }',
    );
    expect(answer).toMatchObject({
      data: {
        repository: {
          pullRequest: { statusCheckRollup: { contexts: { nodes: [{ name: 'test', checkSuite: { workflowRun: null } }] } } },
        },
      },
      errors: [{ type: 'FORBIDDEN' }],
    });
  });

  it('administration: a question about classic protection spoils the answer', async () => {
    const { server } = await started(DECIDE_SCOPES);
    const answer = await queryRepository(server, 'ref(qualifiedName: "refs/heads/main") { branchProtectionRule { pattern } }');
    expect(answer.errors).toMatchObject([{ type: 'FORBIDDEN', path: ['repository', 'ref', 'branchProtectionRule'] }]);
  });
});
