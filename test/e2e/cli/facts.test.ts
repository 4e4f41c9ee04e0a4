import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { judgeChange } from '@proofrail/core/gate/judge-change';
import { readConfiguration } from '@proofrail/core/controls';
import { loadPolicy } from '@proofrail/core/policy';
import { readReport } from '@proofrail/core/reports';
import { readBundle } from '@proofrail/policies';
import { FAKE_TOKEN, startFakeGitHub, type FakeGitHub, type SoundChange } from '@proofrail/testkit';
import { collectFrom } from '../../github/collecting.ts';
import { soundChange } from '../../github/sound-change.ts';
import { Workspace } from '../material/workspace.ts';
import { proofrail, tree } from './proofrail.ts';

const POLICY = await loadPolicy(readBundle());
const JUDGE = ['gate', '--facts', 'facts.json', '--reports', 'facts.reports', '--config', 'facts.proofrail', '--ledger', 'none'];

interface Gated {
  readonly outcome: string;
  readonly decision: { readonly input: string; readonly evaluated_at: number };
}

let change: SoundChange;
let github: FakeGitHub;
let workspace: Workspace;

beforeEach(async () => {
  change = soundChange();
  github = await startFakeGitHub(change.scenario);
  workspace = new Workspace();
});
afterEach(async () => {
  workspace[Symbol.dispose]();
  expect(github.unmodelled()).toEqual([]);
  await github.close();
});

const run = (argv: readonly string[], env: Readonly<Record<string, string>> = { GITHUB_TOKEN: FAKE_TOKEN }) =>
  proofrail([...argv, '--json'], { cwd: workspace.folder, env });
const facts = (...more: string[]) => ['facts', 'acme/refunds#41', '--out', 'facts.json', '--api-url', github.url, ...more];
const asGate = () => facts('--run', String(change.runs.gate.id));

/** The digest of what the live gate judges, said to be given and at the same second: nothing else may differ. */
async function liveInput(at: number): Promise<string[]> {
  const { collected } = await collectFrom(github, change);
  return collected.map(
    ({ facts: read, reports, configuration }) =>
      judgeChange(
        {
          facts: read,
          source: 'given',
          configuration: readConfiguration(configuration(), POLICY.manifest),
          reports: reports.map(({ bytes, name }) => readReport(bytes, name)),
        },
        POLICY,
        at,
      ).decision.input,
  );
}

/** GitHub knows the token, and it sees other repositories. */
const ofSomebodyElse = (): void =>
  void change.scenario.tokens.set('of-somebody-else', { actor: 41_898_282, scopes: {}, repositories: new Set() });

describe('proofrail facts', () => {
  it('writes what the gate judges as the live gate would: the same input, to the digest', async () => {
    const recorded = await run(asGate());
    expect([recorded.code, recorded.err]).toEqual([0, expect.any(String)]);
    expect(recorded.json()).toMatchObject({
      schema: 'proofrail.cli/facts/v1',
      outcome: 'allow',
      change: { number: 41, commit: change.pullRequest.head.commit },
      unknown: [],
      missing: [],
    });
    const gated = (await run(JUDGE, {})).json<Gated>();
    expect(gated.outcome).toBe('allow');
    expect(await liveInput(gated.decision.evaluated_at)).toEqual([gated.decision.input]);
  });

  it('shows people the command that comes next, and that command denies what the gate would deny', async () => {
    change.pullRequest.reviews.pop();
    const { code, out } = await proofrail(facts(), { cwd: workspace.folder, env: { GH_TOKEN: FAKE_TOKEN } });
    expect(code).toBe(0);
    const [, next = ''] = /^judge it: proofrail (.*)$/m.exec(out) ?? [];
    expect((await run(next.split(' '), {})).json<Gated>().outcome).toBe('deny');
  });

  it('overwrites nothing that it was not told to, and then all of it', async () => {
    await run(asGate());
    const before = tree(workspace.folder);
    const refused = await run(asGate());
    expect([refused.code, refused.json()]).toMatchObject([2, { error: { code: 'facts/exists' } }]);
    expect(tree(workspace.folder)).toEqual(before);
    const yesterday = `${createHash('sha256').update('{}').digest('hex')}.sarif`;
    workspace.write(`facts.reports/${yesterday}`, '{}');
    expect((await run([...asGate(), '--overwrite'])).code).toBe(0);
    expect(Object.keys(tree(workspace.folder))).toEqual(Object.keys(before));
  });

  it.each([
    ['a file among the reports', 'facts.reports/mine.txt'],
    ['a report of another name', `facts.reports/${'a'.repeat(64)}.sarif`],
    ['a file beside the policy', 'facts.proofrail/notes.txt'],
    ['a file in the place of a folder', 'facts.proofrail'],
    ['another document', 'facts.json'],
  ])('deletes nothing that it did not write: %s', async (_, name) => {
    workspace.write(name, '{"of": "somebody"}');
    const before = tree(workspace.folder);
    const refused = await run([...asGate(), '--overwrite']);
    expect([refused.code, refused.json()]).toMatchObject([2, { error: { code: 'facts/not-ours', at: name } }]);
    expect(tree(workspace.folder)).toEqual(before);
  });

  it.each<[string, () => void, Readonly<Record<string, string>>, string, number]>([
    ['no token', () => undefined, {}, 'github/no-token', 2],
    ['a token that GitHub refuses', () => undefined, { GH_TOKEN: 'unknown' }, 'github/token-refused', 3],
    ['a token that sees nothing', ofSomebodyElse, { GH_TOKEN: 'of-somebody-else' }, 'github/not-readable', 3],
    [
      'no answer',
      () => github.inject(() => true, { kind: 'secondary-limit', status: 403, retryAfter: 90 }),
      { GH_TOKEN: FAKE_TOKEN },
      'github/rate-limited',
      3,
    ],
  ])('leaves nothing behind with %s, and prints no token', async (_name, prepare, env, code, exit) => {
    prepare();
    const ended = await run(facts(), env);
    expect([ended.code, ended.json()]).toMatchObject([exit, { error: { code } }]);
    expect(tree(workspace.folder)).toEqual({});
    expect(ended.out + ended.err).not.toContain(Object.values(env)[0] ?? 'no token at all');
  });

  it('asks for no permission that no workflow may name where the repository itself stays hidden', async () => {
    ofSomebodyElse();
    const { json } = await run(facts(), { GH_TOKEN: 'of-somebody-else' });
    expect(json()).toMatchObject({ error: { do_this: 'Check the name, and that the token may read this repository.' } });
  });

  it('says which permission a fact lacks, and the fact stays unknown', async () => {
    const scopes = { ...change.scenario.tokens.get(FAKE_TOKEN)?.scopes };
    delete scopes.checks;
    change.scenario.tokens.set(FAKE_TOKEN, { actor: 41_898_282, scopes, repositories: new Set([change.repository.id]) });
    const document = (await run(asGate())).json<{ missing: object[]; unknown: object[] }>();
    expect(document.missing).toContainEqual({ permission: 'checks', yaml: 'permissions:\n  checks: read' });
    expect(document.unknown).toContainEqual({ fact: 'checks', why: 'forbidden' });
    expect((await run(JUDGE, {})).json<Gated>().outcome).toBe('deny');
  });
});
