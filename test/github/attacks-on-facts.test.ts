import { describe, expect, it } from '@jest/globals';
import {
  addPerson,
  approve,
  commitFiles,
  dismiss,
  forcePush,
  GITHUB_ACTIONS,
  moveBranch,
  postCheck,
  postStatus,
  push,
  retarget,
  review,
  runWorkflow,
  type FakeGitHub,
  type SoundChange,
} from '@proofrail/testkit';
import { collect, judge } from './collecting.ts';
import { soundChange } from './sound-change.ts';

/** The scans and checks of the sound change, about the head as it is now. */
function runAgain(change: SoundChange): void {
  const head = change.pullRequest.head.commit;
  for (const run of change.repository.runs.values()) run.headSha = head;
  const moved = change.repository.checkRuns.map((check) => ({ ...check, commit: head }));
  change.repository.checkRuns.splice(0, moved.length, ...moved);
}

async function outcome(change: SoundChange, prepare?: (github: FakeGitHub) => void) {
  const { collected, unmodelled } = await collect(change, { waitMinutes: 0, ...(prepare === undefined ? {} : { prepare }) });
  expect(unmodelled).toEqual([]);
  return collected.map((each) => judge(each).decision.outcome);
}

type Attack = (change: SoundChange) => void;

const ATTACKS: Readonly<Record<string, Attack>> = {
  '1: a push after the approvals': (change) => {
    push(change, change.author);
    runAgain(change);
  },
  '2: a push away and back, so that the approved commit stands again': (change) => {
    const approved = change.pullRequest.head.commit;
    push(change, change.author);
    forcePush(change, approved, change.author);
  },
  '3: an approval by somebody who may not write': (change) => {
    change.pullRequest.reviews.pop();
    approve(change, change.platform, { canPush: false });
  },
  '4: an approval by a bot': (change) => {
    change.pullRequest.reviews.pop();
    approve(change, addPerson(change.scenario, change.repository, 'helper[bot]', { id: 10_302_259, kind: 'Bot' }));
  },
  '8: a commit under the name of an approver': (change) => {
    push(change, change.author, { author: change.platform, by: change.author });
    runAgain(change);
    change.pullRequest.reviews.length = 0;
    approve(change, change.security);
    approve(change, change.platform);
  },
  '8: a commit by somebody without an account': (change) => {
    push(change, change.author, { authorEmail: 'nobody@elsewhere.example' });
    runAgain(change);
    change.pullRequest.reviews.length = 0;
    approve(change, change.security);
    approve(change, change.platform);
  },
  '9: an approver who pushed': (change) => {
    push(change, change.author, { by: change.security });
    runAgain(change);
    change.pullRequest.reviews.length = 0;
    approve(change, change.security);
    approve(change, change.platform);
  },
  '10: an approval that was dismissed': (change) => {
    const [first] = change.pullRequest.reviews;
    if (first !== undefined) dismiss(change, first, change.author);
  },
  '10: an approver who asked for changes later': (change) => void review(change, change.security, 'CHANGES_REQUESTED'),
  '14: approved for another base': (change) => {
    const { scenario, repository, author } = change;
    moveBranch(scenario, repository, 'dev', repository.branches.get('main') ?? '', author.id);
    retarget(change, 'dev', author);
    retarget(change, 'main', author);
  },
  '18: a policy that comes with the change': (change) => {
    push(change, change.author, { files: { '.proofrail/controls.yaml': 'proofrail: controls/v1\n' } });
    runAgain(change);
  },
  '29: a required check that was skipped': (change) => {
    for (const check of change.repository.checkRuns) if (check.name === 'test') check.conclusion = 'skipped';
  },
  '32: a job of the same name in another workflow': (change) => {
    const { scenario, repository, pullRequest, author } = change;
    repository.checkRuns.splice(
      repository.checkRuns.findIndex(({ name }) => name === 'test'),
      1,
    );
    const about = { commit: pullRequest.head.commit, branch: pullRequest.head.branch, actor: author, pullRequest };
    runWorkflow(scenario, repository, { ...about, path: '.github/workflows/mine.yml', jobs: { test: 'success' } });
  },
  '34: a check that a workflow posts under the name of a required one': (change) => {
    const { scenario, repository, pullRequest } = change;
    repository.checkRuns.splice(
      repository.checkRuns.findIndex(({ name }) => name === 'test'),
      1,
    );
    postCheck(scenario, repository, { name: 'test', commit: pullRequest.head.commit, app: GITHUB_ACTIONS });
  },
  '35: a commit status of the same name': (change) => {
    const { scenario, repository, pullRequest, author } = change;
    repository.checkRuns.splice(
      repository.checkRuns.findIndex(({ name }) => name === 'test'),
      1,
    );
    postStatus(scenario, repository, { context: 'test', commit: pullRequest.head.commit, state: 'success', by: author });
  },
  '60: a report by a workflow that the change altered': (change) => {
    push(change, change.author, { files: { '.github/workflows/security-scan.yml': 'on: pull_request\njobs: {}\n' } });
    runAgain(change);
    change.pullRequest.reviews.length = 0;
    approve(change, change.security);
    approve(change, change.platform);
  },
  '60: a report whose bytes are not those that were uploaded': (change) => {
    for (const artifact of change.runs.scan.artifacts) artifact.digest = `sha256:${'0'.repeat(64)}`;
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

  it('the same again in good order is allowed: a push, then its scans and approvals', async () => {
    const change = soundChange();
    push(change, change.author);
    runAgain(change);
    change.pullRequest.reviews.length = 0;
    approve(change, change.security);
    approve(change, change.platform);
    expect(await outcome(change)).toEqual(['allow']);
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
