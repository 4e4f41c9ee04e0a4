import { describe, expect, it } from '@jest/globals';
import { isInTheWay } from '@proofrail/core/policy';
import { enqueue, mergeQueue, protect, push, sarifReport, uploadAnalysis, type SoundChange } from '@proofrail/testkit';
import { tryMerge } from '../../packages/testkit/src/github/build/try-merge.ts';
import { collect, judge } from './collecting.ts';
import { withReport } from './on-new-head.ts';
import { runOn } from './more-changes.ts';
import { asTheQueueAsks } from './queued.ts';
import { ontoMain } from './registry.ts';
import { approveAgain, runAgain } from './run-again.ts';
import { soundChange } from './sound-change.ts';

const PULL_REQUEST = 'refs/pull/41/merge';

const resultAt = (line: number, rest: object = {}) => ({
  ruleId: 'rule-1',
  level: 'error',
  message: { text: 'a weakness' },
  locations: [{ physicalLocation: { artifactLocation: { uri: 'src/refund.js' }, region: { startLine: line } } }],
  ...rest,
});
const found = (tool: string, ...lines: number[]) =>
  sarifReport(
    tool,
    lines.map((line) => resultAt(line)),
  );

interface Upload {
  readonly commit: string;
  readonly ref?: string;
  readonly tool?: string;
  readonly category?: string;
  readonly lines?: readonly number[];
}

const upload = (change: SoundChange, { commit, ref = PULL_REQUEST, tool = 'Semgrep', lines = [1], ...rest }: Upload): void =>
  void uploadAnalysis(change.scenario, change.repository, { commit, ref, tool, sarif: found(tool, ...lines), ...rest });

/** In the queue, and through every check on the commit that it builds. */
function inQueue(prepare: (change: SoundChange) => void): SoundChange {
  const change = soundChange();
  protect(change.scenario, change.repository, { rules: [mergeQueue()] });
  prepare(change);
  const group = enqueue([change], change.security);
  runOn(change, group.head, 'merge_group');
  return change;
}

const groupOf = ({ repository: { queue } }: SoundChange) => {
  const group = queue.at(-1);
  if (group === undefined) throw new Error('nothing is in the queue');
  return group;
};

async function judged(change: SoundChange, asked: Parameters<typeof collect>[1] = {}) {
  const { collected, calls } = await collect(change, { waitMinutes: 0, ...asked });
  const judgements = collected.map(judge);
  return {
    outcomes: judgements.map(({ decision }) => decision.outcome),
    findings: judgements.map(({ document }) => document.findings.total),
    broken: judgements.flatMap(({ decision }) => decision.rules.filter(isInTheWay).map(({ id }) => id)),
    calls: calls.filter(({ route }) => route.endsWith('/code-scanning/analyses')).length,
    documents: calls.filter(({ kind }) => kind === 'graphql').length,
  };
}

describe('a finding in code scanning stays one in the merge group', () => {
  it('on the head of the pull request', async () => {
    const change = inQueue((each) => upload(each, { commit: each.pullRequest.head.commit }));
    expect(await judged(change, asTheQueueAsks(change))).toMatchObject({ outcomes: ['deny'], findings: [1] });
  });

  it('on the commit of the group, under the branch of the queue', async () => {
    const change = inQueue(() => undefined);
    const { head, branch } = groupOf(change);
    upload(change, { commit: head, ref: `refs/heads/${branch}` });
    expect(await judged(change, asTheQueueAsks(change))).toMatchObject({ outcomes: ['deny'], findings: [1], calls: 2 });
  });

  it('though the group was found clean by another tool', async () => {
    const change = inQueue((each) => upload(each, { commit: each.pullRequest.head.commit }));
    const { head, branch } = groupOf(change);
    upload(change, { commit: head, ref: `refs/heads/${branch}`, tool: 'CodeQL', lines: [] });
    expect(await judged(change, asTheQueueAsks(change))).toMatchObject({ outcomes: ['deny'] });
  });

  it('and one of another group in the same queue is not this one’s', async () => {
    const change = inQueue(() => undefined);
    upload(change, { commit: change.pullRequest.base.seen, ref: `refs/heads/${groupOf(change).branch}` });
    expect(await judged(change, asTheQueueAsks(change))).toMatchObject({ outcomes: ['allow'], findings: [0] });
  });
});

describe('a finding on the merge that GitHub tried out', () => {
  const onTestMerge = (): SoundChange => {
    const change = soundChange();
    upload(change, { commit: change.pullRequest.testMerge ?? '' });
    return change;
  };
  const moveMain = (change: SoundChange): void => {
    ontoMain(change, { 'docs/other.md': 'other\n' });
    change.pullRequest.base.seen = change.repository.branches.get('main') ?? '';
    tryMerge(change);
  };

  it('stays one when main moves on: the merge is another then, the head is the same', async () => {
    const change = onTestMerge();
    const before = change.pullRequest.testMerge;
    moveMain(change);
    expect(change.pullRequest.testMerge).not.toBe(before);
    expect(await judged(change)).toMatchObject({ outcomes: ['deny'], findings: [1], documents: 3 });
  });

  it('ends with a newer analysis of the same tool and category', async () => {
    const change = onTestMerge();
    moveMain(change);
    upload(change, { commit: change.pullRequest.testMerge ?? '', lines: [] });
    expect(await judged(change)).toMatchObject({ outcomes: ['allow'], findings: [0], documents: 2 });
  });

  it('does not end with one of another category', async () => {
    const change = onTestMerge();
    moveMain(change);
    upload(change, { commit: change.pullRequest.testMerge ?? '', lines: [], category: 'another language' });
    expect(await judged(change)).toMatchObject({ outcomes: ['deny'], findings: [1] });
  });

  it('is of an older head once somebody pushed', async () => {
    const change = onTestMerge();
    push(change, change.author, { files: { 'src/refund.js': 'export const limit = 49;\n' } });
    tryMerge(change);
    runAgain(change);
    approveAgain(change);
    expect(await judged(change)).toMatchObject({ outcomes: ['allow'], findings: [0] });
  });
});

describe('what a tool delivered as an artifact does not hide what it uploaded', () => {
  it('a finding of another category', async () => {
    const change = soundChange();
    upload(change, { commit: change.pullRequest.head.commit, tool: 'CodeQL', category: '/language:python' });
    expect(await judged(change)).toMatchObject({ outcomes: ['deny'], findings: [1] });
  });

  const bothRoads = (uploaded: object): SoundChange => {
    const change = soundChange();
    withReport(change, 'codeql', JSON.stringify(found('CodeQL', 7)));
    const sarif = sarifReport('CodeQL', [resultAt(7, uploaded)]);
    uploadAnalysis(change.scenario, change.repository, {
      ...{ commit: change.pullRequest.head.commit, ref: PULL_REQUEST, tool: 'CodeQL', sarif },
    });
    return change;
  };

  it('and what both have is counted once', async () => {
    expect(await judged(bothRoads({}))).toMatchObject({ findings: [1] });
  });

  it('also where code scanning gave it a fingerprint that the scanner did not write', async () => {
    expect(await judged(bothRoads({ partialFingerprints: { primaryLocationLineHash: '39fa2ee980eb94b0:1' } }))).toMatchObject({
      findings: [1],
    });
  });

  it('but not another rule at the same place', async () => {
    expect(await judged(bothRoads({ ruleId: 'rule-2' }))).toMatchObject({ findings: [2] });
  });
});

describe('what code scanning alone says is clean', () => {
  const uploaded = (prepare: (change: SoundChange) => void): SoundChange => {
    const change = soundChange();
    prepare(change);
    for (const tool of ['CodeQL', 'Gitleaks']) upload(change, { commit: change.pullRequest.head.commit, tool, lines: [] });
    return change;
  };

  it('proves no scan that the registry asks for: any job of the change may upload one (row 60)', async () => {
    expect((await judged(uploaded(() => undefined))).outcomes).toEqual(['allow']);
    const { outcomes, broken } = await judged(uploaded(({ runs: { scan } }) => void scan.artifacts.splice(0)));
    expect([outcomes, broken]).toEqual([['deny'], expect.arrayContaining(['scans.complete'])]);
  });
});
