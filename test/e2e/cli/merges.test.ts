import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RealRepository } from '@proofrail/testkit';
import { soundChange, withFacts } from '../material/change.ts';
import type { Workspace } from '../material/workspace.ts';
import { gate, laidOut } from './laid-out.ts';
import { instead } from './tries/try.ts';
import { proofrail, tree } from './proofrail.ts';

const PUSHER = '1009';
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A bypass registered before it happened: break-glass for the whole rule. */
const BREAK_GLASS = `id: break-glass
rule: merges.bypass
scope: {repository: "700001", subject: whole-rule}
owner: "1001"
requested_by: "1001"
approved_by: "1002"
reason: The registry is down and the fix cannot wait.
compensating_control: {description: Two people watch the deployment.}
risk: high
ticket: OPS-1
not_before: ${day(-1)}
expires: ${day(3)}
`;

interface Told {
  readonly outcome: string;
  readonly commits: readonly Readonly<Record<string, unknown>>[];
  readonly recorded: object | null;
}

describe('proofrail merges verify', () => {
  let workspace: Workspace;
  let repository: RealRepository;
  beforeEach(() => {
    workspace = laidOut();
    repository = new RealRepository();
  });
  afterEach(() => {
    repository[Symbol.dispose]();
    workspace[Symbol.dispose]();
  });

  const run = (...argv: string[]) => proofrail(argv, { cwd: workspace.folder });
  const LEDGER = ['--ledger', 'file:./ledger', '--trust', 'ledger.trust.json'];

  /** The gate judges the head of a pull request, as it is in the repository. */
  async function allowed(head: string, number: number): Promise<void> {
    const { facts } = soundChange();
    const { change, reviews, scans } = facts;
    if (!reviews.known || !scans.known) throw new Error('the sound change has both');
    const about = withFacts(soundChange(), {
      change: {
        ...change,
        number,
        head: { ...change.head, commit: head },
        base: { ...change.base, commit: repository.git('rev-parse', 'main') },
        checked: head,
      },
      reviews: { known: true, value: { ...reviews.value, items: reviews.value.items.map((one) => ({ ...one, commit: head })) } },
      scans: { known: true, value: { ...scans.value, items: scans.value.items.map((one) => ({ ...one, commit: head })) } },
    });
    workspace.write(`facts-${number}.json`, JSON.stringify(about.facts));
    const judged = await run(...gate('file:./ledger', `facts-${number}.json`));
    expect([judged.code, judged.out]).toEqual([0, expect.stringContaining('"allow"')]);
  }

  /** What the platform says, as a file: commit → the pull request that it merged, or null. */
  function say(landed: Readonly<Record<string, { number: number; head: string } | null>>): void {
    const commits = Object.entries(landed).map(([commit, change]) => {
      const items =
        change === null ? [] : [{ ...change, merged: true, base_branch: 'main', merge_commit: commit, author: '1001' }];
      return { commit, pushed_by: PUSHER, pull_requests: { known: true, value: { items, total: items.length } } };
    });
    const document = {
      schema: 'proofrail.pull-requests/v1',
      read_at: new Date().toISOString(),
      repository: { id: '700001' },
      commits,
    };
    workspace.write('pulls.json', JSON.stringify(document));
  }

  const verify = (...more: string[]) =>
    run(
      'merges',
      'verify',
      ...instead(['--repository', repository.folder, '--branch', 'main', '--facts', 'pulls.json'], ...more),
      ...LEDGER,
      '--accept-given',
    );

  it('finds what went past the gate, leaves it as evidence, and begins there the next time', async () => {
    const since = repository.commit({ 'a.txt': 'a\n' });
    const head = repository.branch('topic', [{ 'a.txt': 'b\n' }]);
    await allowed(head, 7);
    const landed = repository.squash(head);
    say({ [landed]: { number: 7, head } });
    const first = await verify('--since', since, '--record', '--json');
    expect([first.code, first.json<Told>().commits]).toMatchObject([0, [{ state: 'verified', pull_request: 7, facts: 'given' }]]);

    const pushed = repository.commit({ 'a.txt': 'door\n' });
    say({ [pushed]: null });
    const second = await verify('--since-last', '--record');
    expect([second.code, second.out]).toEqual([1, expect.stringContaining(`bypass  ${pushed}  no-pull-request`)]);

    const third = await verify('--since-last');
    expect([third.code, third.out]).toEqual([0, expect.stringContaining('nothing new')]);

    const whole = await run('verify', ...LEDGER, '--json');
    expect([whole.code, whole.json()]).toMatchObject([0, { outcome: 'allow' }]);
    expect((await run('report', ...LEDGER, '--out', 'r.html')).code).toBe(0);
    const page = readFileSync(workspace.path('r.html'), 'utf8');
    expect(page).toContain('reached a protected branch past the gate');
    expect(page).not.toContain(`github:${PUSHER}`);
  });

  it('goes back with --since-last to a push that no run looked at, behind which the next one began', async () => {
    const since = repository.commit({ 'a.txt': 'a\n' });
    const changes: Record<string, { number: number; head: string } | null> = {};
    const merge = async (number: number): Promise<string> => {
      const head = repository.branch(`topic-${number}`, [{ [`${number}.txt`]: 'b\n' }]);
      await allowed(head, number);
      const commit = repository.squash(head);
      changes[commit] = { number, head };
      say(changes);
      return commit;
    };
    const first = await merge(7);
    expect((await verify('--since', since, '--record')).code).toBe(0);
    // Its message says [skip ci], or a job pushed it: GitHub starts no run, and the next event names it as what was there before.
    const unseen = repository.commit({ 'door.txt': 'open\n' });
    changes[unseen] = null;
    await merge(8);
    expect((await verify('--since', unseen, '--record')).code).toBe(0);

    const sweep = await verify('--since-last', '--record', '--json');
    expect([sweep.code, sweep.json<{ since: string } & Told>()]).toMatchObject([
      1,
      { since: first, commits: [{ commit: unseen, reason: 'no-pull-request' }, { state: 'verified' }] },
    ]);
    expect((await verify('--since-last')).out).toContain('nothing new');
  });

  it('takes no word for it: without --accept-given a decision about facts that were handed over allows nothing', async () => {
    const since = repository.commit({ 'a.txt': 'a\n' });
    const head = repository.branch('topic', [{ 'a.txt': 'b\n' }]);
    await allowed(head, 7);
    say({ [repository.squash(head)]: { number: 7, head } });
    const argv = ['merges', 'verify', '--repository', repository.folder, '--branch', 'main', '--facts', 'pulls.json', ...LEDGER];
    const answer = await run(...argv, '--since', since, '--json');
    expect([answer.code, answer.json<Told>().commits]).toMatchObject([1, [{ state: 'bypass', reason: 'facts-given' }]]);
  });

  it('an exception that was registered before covers a bypass, and one that the bypass brings along does not', async () => {
    const { configuration } = soundChange();
    const files = Object.fromEntries(Object.entries(configuration).map(([name, text]) => [`.proofrail/${name}`, text]));
    const glass = { '.proofrail/exceptions/break-glass.yaml': BREAK_GLASS };
    const since = repository.commit(files);
    const pushed = repository.commit(glass);
    await run('keys', 'new', '--out', 'ledger.key', '--trust', 'ledger.trust.json');
    say({ [pushed]: null });
    const alone = await verify('--since', since, '--json');
    expect([alone.code, alone.json<Told>().commits]).toMatchObject([1, [{ state: 'bypass', exception: null }]]);
    const later = repository.commit({ 'a.txt': 'fix\n' });
    say({ [pushed]: null, [later]: null });
    const covered = await verify('--since', pushed, '--json', '--record');
    expect([covered.code, covered.json<Told>().commits]).toMatchObject([0, [{ state: 'excepted', exception: 'break-glass' }]]);
    const both = await verify('--since', since, '--json', '--record');
    expect(both.json<Told>().commits).toMatchObject([{ state: 'bypass' }, { state: 'bypass', exception: null }]);
    // Now the ledger holds where the exception came from as a bypass, and beginning there makes it no better.
    const again = await verify('--since', pushed, '--json');
    expect([again.code, again.json<Told>().commits]).toMatchObject([1, [{ state: 'bypass', exception: null }]]);
  });

  it.each<[string, string[]]>([
    ['no key is there', []],
    ['the key is of somebody else', ['--key', 'other.key']],
  ])('records nothing that its own trust file would call tampering: %s', async (_, key) => {
    const since = repository.commit({ 'a.txt': 'a\n' });
    const pushed = repository.commit({ 'a.txt': 'b\n' });
    say({ [pushed]: null });
    await run('keys', 'new', '--out', 'named.key', '--trust', 'named.trust.json');
    await run('keys', 'new', '--out', 'other.key', '--trust', 'other.trust.json');
    const asked = ['--repository', repository.folder, '--branch', 'main', '--facts', 'pulls.json', '--since', since, '--record'];
    const verifyBy = (...more: string[]) =>
      run('merges', 'verify', ...asked, '--ledger', 'file:./ledger', '--trust', 'named.trust.json', ...more);
    const refused = await verifyBy(...key, '--json');
    expect([refused.code, refused.json()]).toMatchObject([2, { error: { code: 'key/not-trusted' } }]);
    expect(Object.keys(tree(workspace.folder)).filter((name) => name.startsWith('ledger'))).toEqual([]);
    expect((await verifyBy('--key', 'named.key')).code).toBe(1);
    expect((await verifyBy('--key', 'named.key')).code).toBe(1);
  });

  it.each([
    ['a force push took it off the branch', (before: string) => before],
    ['the branch is new, so GitHub names zeros', () => '0'.repeat(40)],
  ])('records that the commit to begin with is not there: %s', async (_, since) => {
    const first = repository.commit({ 'a.txt': 'a\n' });
    const before = repository.commit({ 'a.txt': 'b\n' });
    repository.git('reset', '--quiet', '--hard', first);
    const forced = repository.commit({ 'a.txt': 'door\n' });
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '--quiet', '--prune=now');
    await run('keys', 'new', '--out', 'ledger.key', '--trust', 'ledger.trust.json');
    say({ [forced]: null });
    const answer = await verify('--since', since(before), '--record', '--json');
    const { commits, recorded } = answer.json<Told>();
    expect([answer.code, commits]).toMatchObject([1, [{ commit: forced, state: 'unverified', reason: 'since-absent' }]]);
    expect(recorded).toMatchObject({ records: [{ kind: 'change.bypass' }] });
  });

  it.each([
    ['where to begin is not said', [], 2, 'merges/no-start'],
    ['the ledger holds no check', ['--since-last'], 2, 'merges/no-last'],
    ['it is said twice', ['--since-last', '--since', 'a'.repeat(40)], 2, 'cli/conflicting-option'],
    ['the start is abbreviated', ['--since', 'abc'], 2, 'input/not-a-commit'],
    ['the stream is the one of pull requests', ['--since-last', '--stream', '700001-pr'], 2, 'merges/pull-request-stream'],
    ['there is no such branch', ['--since', 'a'.repeat(40), '--branch', 'gone'], 2, 'git/no-branch'],
    ['the folder is no repository', ['--since', 'a'.repeat(40), '--repository', '/'], 2, 'git/no-repository'],
    ['the facts are not there', ['--since', 'a'.repeat(40), '--facts', 'absent.json'], 2, 'file/absent'],
    ['the facts are of another shape', ['--since', 'a'.repeat(40), '--facts', 'facts.json'], 2, 'pull-requests/invalid'],
    [
      'a commit is told of twice',
      ['--since', 'a'.repeat(40), '--facts', 'pulls.json', 'pulls.json'],
      2,
      'pull-requests/contradiction',
    ],
  ])('is refused when %s', async (_, argv, exit, code) => {
    const commit = repository.commit({ 'a.txt': 'a\n' });
    await run('keys', 'new', '--out', 'ledger.key', '--trust', 'ledger.trust.json');
    say({ [commit]: null });
    const answer = await verify(...argv, '--json');
    expect([answer.code, answer.json<{ error?: { code: string } }>().error?.code]).toEqual([exit, code]);
  });
});
