import { describe, expect, it } from '@jest/globals';
import { commitFiles, moveBranch, runWorkflow, uploadAnalysis, type FileChanges, type SoundChange } from '@proofrail/testkit';
import { collect, judge } from './collecting.ts';
import { soundChange } from './sound-change.ts';

describe('while a required check runs', () => {
  const running = () => {
    const change = soundChange();
    const check = change.repository.checkRuns.find(({ name }) => name === 'test');
    if (check === undefined) throw new Error('no check');
    check.status = 'in_progress';
    check.conclusion = null;
    return { change, check };
  };

  it('the gate looks again every 15 seconds, and judges what is there when it has ended', async () => {
    const { change, check } = running();
    let looks = 0;
    const { collected, slept } = await collect(change, {
      whileAsleep: () => {
        looks += 1;
        if (looks < 4) return;
        check.status = 'completed';
        check.conclusion = 'success';
      },
    });
    expect([slept, collected.map((each) => judge(each).decision.outcome)]).toEqual([[15_000, 15_000, 15_000, 15_000], ['allow']]);
  });

  it('a review that is taken back meanwhile is taken back', async () => {
    const { change, check } = running();
    const { collected } = await collect(change, {
      whileAsleep: () => {
        check.status = 'completed';
        check.conclusion = 'success';
        change.pullRequest.reviews.length = 1;
      },
    });
    expect(collected.map((each) => judge(each).decision.outcome)).toEqual(['deny']);
  });

  it('for longer than anybody waits, it is unknown because it is pending', async () => {
    const { collected, slept } = await collect(running().change, { waitMinutes: 2 });
    expect(slept).toHaveLength(8);
    expect(collected.map(({ facts }) => facts.checks)).toEqual([
      { known: false, why: 'pending', of: ['check test of .github/workflows/test.yml'] },
    ]);
    expect(collected.map((each) => judge(each).decision.outcome)).toEqual(['deny']);
  });

  it('its own run is none of them: the gate would wait for itself', async () => {
    const { collected } = await collect(soundChange(), { waitMinutes: 0 });
    expect(collected.map(({ facts }) => JSON.stringify(facts.checks))).not.toContainEqual(expect.stringContaining('gate.yml'));
  });

  it('a required scan that has not run yet is pending too', async () => {
    const change = soundChange();
    const { scenario, repository, pullRequest, author, runs } = change;
    repository.runs.delete(runs.scan.id);
    repository.checkRuns.splice(
      0,
      repository.checkRuns.length,
      ...repository.checkRuns.filter(({ suite }) => suite !== runs.scan.suite),
    );
    const { collected } = await collect(change, {
      waitMinutes: 1,
      whileAsleep: () => undefined,
    });
    const awaited = ['CodeQL, codeql-sarif', 'Gitleaks, gitleaks-sarif'].map(
      (each) => `${each} of .github/workflows/security-scan.yml`,
    );
    expect(collected.map(({ facts }) => facts.scans)).toEqual([{ known: false, why: 'pending', of: awaited }]);
    const again = runWorkflow(scenario, repository, {
      ...{ commit: pullRequest.head.commit, branch: pullRequest.head.branch, actor: author, pullRequest },
      path: '.github/workflows/security-scan.yml',
      jobs: { sast: 'success' },
    });
    again.artifacts.push(...runs.scan.artifacts);
    const later = await collect(change, { waitMinutes: 0 });
    expect(later.collected.map((each) => judge(each).decision.outcome)).toEqual(['allow']);
  });
});

describe('.proofrail/ on the protected branch', () => {
  const on = async (files: FileChanges) => {
    const { collected } = await collect(soundChange({ files }), { waitMinutes: 0 });
    return () => collected.map((each) => each.configuration());
  };

  it.each<[string, FileChanges, string]>([
    [
      'is absent',
      { '.proofrail/controls.yaml': null, '.proofrail/roles.yaml': null, '.proofrail/sources.yaml': null },
      'config/absent',
    ],
    ['has a symbolic link', { '.proofrail/tools.yaml': { mode: '120000', content: Buffer.from('../x') } }, 'config/not-a-file'],
    [
      'is a symbolic link',
      {
        '.proofrail/controls.yaml': null,
        '.proofrail/roles.yaml': null,
        '.proofrail/sources.yaml': null,
        '.proofrail': { mode: '120000', content: Buffer.from('x') },
      },
      'config/not-a-file',
    ],
    ['has a file that GitHub cuts', { '.proofrail/exceptions/a.yaml': 'x'.repeat(600_000) }, 'config/not-read-whole'],
    [
      'has bytes that are no text',
      { '.proofrail/exceptions/a.yaml': Buffer.from([0xff, 0xfe, 0x00, 0x41]) },
      'config/not-read-whole',
    ],
    ['has folders in folders', { '.proofrail/exceptions/old/a.yaml': 'x: 1\n' }, 'config/not-a-file'],
  ])('%s: the gate says so and judges nothing', async (_name, files, code) => {
    const configuration = await on(files);
    expect(configuration).toThrow(expect.objectContaining({ code, outcome: 'invalid' }));
  });

  it('is read whole, folders and all', async () => {
    const read = await on({ '.proofrail/exceptions/a.yaml': 'ä: "€"\n' });
    const [files] = read();
    expect([...(files?.keys() ?? [])]).toEqual(['controls.yaml', 'exceptions/a.yaml', 'roles.yaml', 'sources.yaml']);
    expect(Buffer.from(files?.get('exceptions/a.yaml') ?? []).toString()).toBe('ä: "€"\n');
  });
});

describe('the images of a change', () => {
  const deployed = (image: string) => `apiVersion: v1\nkind: Pod\nspec: { containers: [{ name: a, image: "${image}" }] }\n`;
  const withFile = (path: string, text: string | Buffer): SoundChange => {
    const change = soundChange();
    const { scenario, repository, pullRequest, author } = change;
    const head = commitFiles(scenario, { files: { [path]: text }, parents: [pullRequest.head.commit], author }).oid;
    moveBranch(scenario, repository, pullRequest.head.branch, head, author.id);
    pullRequest.head = { ...pullRequest.head, commit: head };
    return change;
  };

  it('are found in its manifests, without a further call', async () => {
    const { collected, calls } = await collect(withFile('deploy/pod.yaml', deployed('redis:7')), { waitMinutes: 0 });
    const found = { items: [{ reference: 'redis:7', file: 'deploy/pod.yaml', line: 3 }], total: 1 };
    expect(collected.map(({ facts }) => facts.images)).toEqual([{ known: true, value: found }]);
    expect(calls.filter(({ kind }) => kind === 'graphql')).toHaveLength(2);
  });

  it.each([
    ['cannot be read', 'image: [\n'],
    ['is too large to be read', `${deployed('redis:7')}#${'x'.repeat(600_000)}`],
  ])('are unknown when a manifest %s', async (_name, text) => {
    const { collected } = await collect(withFile('deploy/pod.yaml', text), { waitMinutes: 0 });
    expect(collected.map(({ facts }) => facts.images.known)).toEqual([false]);
  });
});

describe('an analysis in code scanning', () => {
  it('adds findings to a judgement and proves no scan', async () => {
    const change = soundChange();
    const { scenario, repository, pullRequest } = change;
    const result = { ruleId: 'rule-1', level: 'error', message: { text: 'a weakness' } };
    const driver = { name: 'Semgrep', rules: [{ id: 'rule-1', properties: { 'security-severity': '9.8' } }] };
    const sarif = { version: '2.1.0', runs: [{ tool: { driver }, results: [result] }] };
    uploadAnalysis(scenario, repository, { commit: pullRequest.head.commit, ref: 'refs/pull/41/merge', tool: 'Semgrep', sarif });
    const { collected } = await collect(change, { waitMinutes: 0 });
    for (const each of collected) {
      expect(each.facts.scans).toMatchObject({ value: { total: 2 } });
      expect(each.reports).toHaveLength(3);
      expect(judge(each).document.findings.total).toBe(1);
      expect(judge(each).decision.outcome).toBe('deny');
    }
  });
});
