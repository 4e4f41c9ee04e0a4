import { commitFiles, mergeQueue, moveBranch, protect, push, type SoundChange } from '@proofrail/testkit';
import { runOn } from '../../github/more-changes.ts';
import { asTheQueueAsks, intoTheQueue } from '../../github/queued.ts';
import { runAgain } from '../../github/run-again.ts';
import type { ProtectedBranch } from '../../merges/material/protected-branch.ts';
import type { Attack } from '../attack.ts';
import { mayBypass, onSettings } from '../surfaces/on-settings.ts';
import { onTheBranch } from '../surfaces/on-the-branch.ts';
import { onTheGate } from '../surfaces/on-the-gate.ts';

const EDIT = { 'src/a.txt': 'a\nb\n' };
const DOOR = { 'src/door.txt': 'nobody looked at this\n' };

/** A change that the gate allowed, brought to main in any way; GitHub says that it was merged. */
function land(main: ProtectedBranch, bring: (head: string) => void): void {
  const change = main.open([EDIT]);
  bring(change.head);
  main.landed(main.since, change);
}

const landAsASquash = (main: ProtectedBranch): void => land(main, (head) => void main.repository.squash(head));

const withAQueue = ({ scenario, repository }: SoundChange): void => void protect(scenario, repository, { rules: [mergeQueue()] });

/** A commit on the branch of the queue that came from nowhere. */
function smuggle(change: SoundChange): void {
  const { scenario, repository, author } = change;
  const group = repository.queue.at(-1);
  if (group === undefined) throw new Error('nothing is in the queue');
  const extra = commitFiles(scenario, { files: { 'src/door.js': '' }, parents: [group.head], author }).oid;
  moveBranch(scenario, repository, group.branch, extra, author.id);
  Object.assign(group, { head: extra });
  runOn(change, extra, 'merge_group');
}

export const MERGE_PATH: readonly Attack[] = [
  onTheBranch({
    row: 42,
    attack: 'An administrator pushes past the rules',
    answer: 'no-pull-request',
    seenRed: 'with a commit that no pull request explains let by in judge-commit.ts',
    attacker: ({ repository }) => void repository.commit(EDIT),
    honest: landAsASquash,
  }),
  onSettings({
    row: 43,
    attack: 'Somebody is exempt from the rules, of which GitHub writes no record',
    check: 'exempt-actor',
    spoil: mayBypass('Team', 'exempt'),
  }),
  onTheBranch({
    row: 44,
    attack: 'A deploy key or an app pushes an approved change with one commit more',
    answer: 'no-pull-request',
    seenRed: 'with a commit that no pull request explains let by in judge-commit.ts',
    attacker: (main) => {
      land(main, (head) => void main.repository.git('merge', '--quiet', '--ff-only', head));
      main.repository.commit(DOOR);
    },
    honest: (main) => land(main, (head) => void main.repository.git('merge', '--quiet', '--ff-only', head)),
  }),
  onTheBranch({
    row: 45,
    attack: 'A squash has more in it than was approved; its id tells nobody',
    answer: 'tree-differs',
    seenRed: 'with the trees not compared in judge-landing.ts',
    attacker: (main) =>
      land(main, (head) => {
        main.repository.git('merge', '--quiet', '--squash', head);
        main.repository.commit(DOOR);
      }),
    honest: landAsASquash,
  }),
  onTheBranch({
    row: 46,
    attack: 'A merge commit with something in it that neither side had',
    answer: 'tree-differs',
    seenRed: 'with the trees not compared in judge-landing.ts',
    attacker: (main) =>
      land(main, (head) => {
        main.repository.git('merge', '--quiet', '--no-ff', '--no-commit', head);
        main.repository.commit(DOOR);
      }),
    honest: (main) => land(main, (head) => void main.repository.mergeCommit(head)),
  }),
  onSettings({
    row: 47,
    attack: 'The queue checks the last change of a group alone',
    check: 'head-green-queue',
    spoil: ({ rules }) => {
      for (const rule of rules) if (rule.type === 'merge_queue') rule.parameters = { grouping_strategy: 'HEADGREEN' };
    },
  }),
  onTheGate({
    row: 48,
    attack: 'A group of the queue has a commit in it that no pull request brought',
    answer: '#none approvals.quorum: unknown (absent)',
    seenRed: 'with commits of nobody passed over in collect-facts.ts',
    given: (change) => {
      withAQueue(change);
      intoTheQueue(change);
    },
    attacker: smuggle,
    asked: asTheQueueAsks,
  }),
  onTheBranch({
    row: 49,
    attack: 'A revert takes the short way to main',
    answer: 'no-pull-request',
    seenRed: 'with a commit that no pull request explains let by in judge-commit.ts',
    attacker: (main) => {
      landAsASquash(main);
      main.repository.git('revert', '--no-edit', 'HEAD');
    },
    honest: (main) => {
      landAsASquash(main);
      const before = main.repository.head();
      const revert = main.open([{ 'src/a.txt': 'a\n' }]);
      main.repository.squash(revert.head);
      main.landed(before, revert);
    },
  }),
  onTheGate({
    row: 50,
    attack: 'A push after auto-merge was armed',
    answer: 'approvals.fresh: of-other-commit',
    seenRed: 'with every approval taken for a fresh one in lib/approvals.rego; then integrity.evidence alone objects',
    given: (change) => {
      withAQueue(change);
      change.pullRequest.autoMerge = { by: change.author.id, at: change.scenario.later() };
    },
    attacker: (change) => {
      push(change, change.author);
      runAgain(change);
      intoTheQueue(change);
    },
    honest: (change) => intoTheQueue(change),
    asked: asTheQueueAsks,
  }),
];
