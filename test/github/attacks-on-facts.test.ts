import { describe, expect, it } from '@jest/globals';
import { commitFiles, merge, moveBranch, push, type SoundChange } from '@proofrail/testkit';
import { collect, judge } from './collecting.ts';
import { withoutTest, testIn } from './required-check.ts';
import { asThePushTells } from './queued.ts';
import { approveAgain, runAgain } from './run-again.ts';
import { soundChange } from './sound-change.ts';

async function outcome(change: SoundChange) {
  const { collected, unmodelled } = await collect(change, { waitMinutes: 0 });
  expect(unmodelled).toEqual([]);
  return collected.map((each) => judge(each).decision.outcome);
}

/** Those of the table of ways round a gate are in test/attacks; these are further ways to the same ends. */
const ATTACKS: Readonly<Record<string, (change: SoundChange) => void>> = {
  'a commit by somebody without an account': (change) => {
    push(change, change.author, { authorEmail: 'nobody@elsewhere.example' });
    runAgain(change);
    approveAgain(change);
  },
  'a required check that was skipped': (change) => {
    for (const check of change.repository.checkRuns) if (check.name === 'test') check.conclusion = 'skipped';
  },
  'a required check that somebody ran by hand, with inputs of their choice': (change) => {
    withoutTest(change);
    testIn(change, '.github/workflows/test.yml', 'workflow_dispatch');
  },
  'a report whose bytes are not those that were uploaded': (change) => {
    for (const artifact of change.runs.scan.artifacts) artifact.digest = `sha256:${'0'.repeat(64)}`;
  },
  'more artifacts of one name than a page of the list holds: the newest may stand on another': ({ runs: { scan } }) => {
    const [first] = scan.artifacts;
    if (first === undefined) throw new Error('the sound change has artifacts');
    for (let copies = 0; copies < 100; copies += 1) scan.artifacts.push({ ...first, id: first.id + 1_000 + copies });
  },
  'a report that GitHub no longer has': (change) => {
    for (const artifact of change.runs.scan.artifacts) artifact.expired = true;
  },
};

describe('what denies a change that is sound otherwise', () => {
  it('(nothing: it is allowed)', async () => expect(await outcome(soundChange())).toEqual(['allow']));

  it.each(Object.entries(ATTACKS))('%s', async (_name, attack) => {
    const change = soundChange();
    attack(change);
    expect(await outcome(change)).toEqual(['deny']);
  });
});

describe('what has landed', () => {
  /** Landed as it was approved, or approved once it had landed. */
  const judgedWhereItLanded = async (approvedFirst: boolean) => {
    const change = soundChange();
    if (!approvedFirst) change.pullRequest.reviews.length = 0;
    merge(change, change.author);
    if (!approvedFirst) approveAgain(change);
    const { collected } = await collect(change, { waitMinutes: 0, ...asThePushTells(change) });
    return collected.map((each) => judge(each).decision.outcome);
  };

  it('is not made good by approvals that come afterwards', async () => {
    expect([await judgedWhereItLanded(true), await judgedWhereItLanded(false)]).toEqual([['allow'], ['deny']]);
  });
});

describe('a branch that nothing protects', () => {
  it('brings no policy: whoever opens a change could have written it', async () => {
    const change = soundChange();
    const { scenario, repository, author, pullRequest } = change;
    const own = { '.proofrail/controls.yaml': 'proofrail: controls/v1\n', 'src/refund.js': 'export const limit = 100;\n' };
    const parents = [repository.branches.get('main') ?? ''];
    moveBranch(scenario, repository, 'mine', commitFiles(scenario, { files: own, parents, author }).oid, author.id);
    pullRequest.base = { branch: 'mine', seen: repository.branches.get('mine') ?? '' };
    const { collected } = await collect(change, { waitMinutes: 0 });
    for (const each of collected) {
      expect(Buffer.from(each.configuration().get('controls.yaml') ?? []).toString()).toContain('protected_branches: [main]');
      expect(judge(each).decision.rules.find(({ id }) => id === 'branches.flow')).toMatchObject({ status: 'fail' });
    }
  });
});

describe('a change that moves while it is read', () => {
  const onFiles = (call: { route: string }) => call.route.endsWith('/files');

  it('once is read again from the beginning, and the new head is what is judged', async () => {
    const change = soundChange();
    const { collected } = await collect(change, {
      waitMinutes: 0,
      prepare: (github) => github.after(onFiles, () => void push(change, change.author)),
    });
    expect(collected.map(({ facts }) => facts.change.head.commit)).toEqual([change.pullRequest.head.commit]);
    expect(collected.map((each) => judge(each).decision.outcome)).toEqual(['deny']);
  });

  it('again and again is unknown, for the reason that it moved', async () => {
    const change = soundChange();
    const { collected, calls } = await collect(change, {
      waitMinutes: 0,
      prepare: (github) => {
        for (let times = 0; times < 3; times += 1) github.after(onFiles, () => undefined);
        github.inject(onFiles, { kind: 'mutate', change: (_call, body) => (push(change, change.author), body) });
      },
    });
    for (const { facts, reports } of collected) {
      const { contributors, reviews, checks, scans, images, files } = facts;
      const moved = { known: false, why: 'moved' };
      expect({ contributors, reviews, checks, scans, images, files, reports }).toEqual({
        ...{ contributors: moved, reviews: moved, checks: moved, scans: moved, images: moved, files: moved },
        reports: [],
      });
    }
    expect(calls.filter(onFiles)).toHaveLength(3);
  });

  it('when the protected branch goes on, its new tip is the policy that judges', async () => {
    const change = soundChange();
    const { scenario, repository, platform } = change;
    const { collected } = await collect(change, {
      waitMinutes: 0,
      prepare: (github) =>
        github.after(onFiles, () => {
          const parents = [repository.branches.get('main') ?? ''];
          const next = commitFiles(scenario, { files: { 'README.md': 'new\n' }, parents, author: platform });
          moveBranch(scenario, repository, 'main', next.oid, platform.id);
        }),
    });
    expect(collected.map(({ facts }) => facts.change.base.commit)).toEqual([repository.branches.get('main')]);
  });
});
