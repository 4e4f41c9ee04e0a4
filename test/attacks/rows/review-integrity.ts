import {
  addPerson,
  approve,
  commitFiles,
  dismiss,
  forcePush,
  merge,
  mergeQueue,
  moveBranch,
  protect,
  push,
  retarget,
  review,
  type SoundChange,
} from '@proofrail/testkit';
import { asThePushTells, asTheQueueAsks, intoTheQueue } from '../../github/queued.ts';
import { demand, ontoMain } from '../../github/registry.ts';
import { approveAgain, runAgain, runAnew } from '../../github/run-again.ts';
import type { Attack } from '../attack.ts';
import { onTheGate } from '../surfaces/on-the-gate.ts';

/** Something more on the branch, and its checks. */
function pushAndRun(change: SoundChange, what: Parameters<typeof push>[2] = {}): void {
  push(change, change.author, what);
  runAgain(change);
}

/** The same, and then both reviewers look at it. */
const andReviewed =
  (step: (change: SoundChange) => void) =>
  (change: SoundChange): void => {
    step(change);
    approveAgain(change);
  };

function dismissedBy(change: SoundChange, by: SoundChange['author'], state: 'APPROVED' | 'CHANGES_REQUESTED'): void {
  const found = change.pullRequest.reviews.find((each) => each.state === state);
  if (found !== undefined) dismiss(change, found, by);
}

/** The second of the two approvals is somebody else's. */
function approvedInPlaceOfPlatform(change: SoundChange, by: SoundChange['author'], canPush = true): void {
  change.pullRequest.reviews.pop();
  approve(change, by, canPush ? {} : { canPush });
}

function rebaseOntoMain(change: SoundChange): void {
  const { scenario, repository, author } = change;
  ontoMain(change, { 'src/other.js': 'export {};\n' });
  const tip = repository.branches.get('main') ?? '';
  const files = { 'src/refund.js': 'export const limit = 5_000;\n' };
  const rebased = commitFiles(scenario, { files, parents: [tip], author, message: 'lower the limit\n\nREF-41' });
  forcePush(change, rebased.oid, author);
  runAgain(change);
}

function awayAndBack(change: SoundChange): void {
  const approved = change.pullRequest.head.commit;
  push(change, change.author);
  forcePush(change, approved, change.author);
}

function throughAnotherBase(change: SoundChange): void {
  const { scenario, repository, author } = change;
  moveBranch(scenario, repository, 'dev', repository.branches.get('main') ?? '', author.id);
  retarget(change, 'dev', author);
  retarget(change, 'main', author);
  runAnew(change);
}

function byAnAgent(change: SoundChange, startedBy: SoundChange['author']): void {
  const { scenario, repository, pullRequest, runs } = change;
  pullRequest.author = addPerson(scenario, repository, 'agent[bot]', { id: 30_000_001, kind: 'Bot' }).id;
  runs.gate.actor = startedBy.id;
}

function claimedReviewed(change: SoundChange): void {
  const { security, platform, pullRequest } = change;
  const markers = [security, platform].map(({ login, emails }) => `Reviewed-by: ${login} <${emails[0]}>`);
  pushAndRun(change, { message: `lower it further\n\n${markers.join('\n')}\n` });
  pullRequest.labels.push('lgtm', 'approved');
  pullRequest.reviews.length = 0;
}

export const REVIEW_INTEGRITY: readonly Attack[] = [
  onTheGate({
    row: 1,
    attack: 'A commit is pushed after the approvals',
    answer: 'approvals.fresh: of-other-commit',
    seenRed: 'with every approval taken for a fresh one in lib/approvals.rego; then integrity.evidence alone objects',
    attacker: (change) => pushAndRun(change),
    honest: andReviewed(pushAndRun),
  }),
  onTheGate({
    row: 2,
    attack: 'The branch goes to another commit and back, so that the approved one stands there again',
    answer: 'approvals.fresh: before-last-push',
    seenRed: 'with every approval taken for a fresh one in lib/approvals.rego; then integrity.evidence alone objects',
    attacker: awayAndBack,
    honest: andReviewed(awayAndBack),
  }),
  onTheGate({
    row: 3,
    attack: 'An approval by somebody who may only read',
    answer: 'approvals.quorum: without-push-right',
    seenRed: 'with can_push always true in reviews.ts',
    attacker: (change) => approvedInPlaceOfPlatform(change, change.platform, false),
    honest: (change) => approvedInPlaceOfPlatform(change, change.platform),
  }),
  onTheGate({
    row: 4,
    attack: 'An approval by a bot, under the id of somebody who holds the role',
    answer: 'approvals.human: by-bot',
    seenRed: 'with a Bot read as a human in account.ts',
    attacker: (change) => {
      const { scenario, repository, platform } = change;
      approvedInPlaceOfPlatform(change, addPerson(scenario, repository, 'helper[bot]', { id: platform.id, kind: 'Bot' }));
    },
    honest: (change) => approvedInPlaceOfPlatform(change, change.platform),
  }),
  onTheGate({
    row: 5,
    attack: 'A rebase keeps the approvals and changes what they approved',
    answer: 'approvals.fresh: of-other-commit',
    seenRed: 'with every approval taken for a fresh one in lib/approvals.rego; then integrity.evidence alone objects',
    attacker: rebaseOntoMain,
    honest: andReviewed(rebaseOntoMain),
  }),
  onTheGate({
    row: 6,
    attack: 'The author approves with a second account, which no role of the registry names',
    leaves: 'An account that a role names may still be a second one of the same person: the registry says who is who.',
    answer: 'approvals.roles: awaiting-review',
    seenRed: 'with no role ever missing in approvals/roles.rego',
    attacker: (change) =>
      approvedInPlaceOfPlatform(change, addPerson(change.scenario, change.repository, 'ada-too', { access: 'write' })),
    honest: (change) => approvedInPlaceOfPlatform(change, change.platform),
  }),
  onTheGate({
    row: 7,
    attack: 'Somebody has an agent write the change, and approves it',
    answer: 'approvals.no-self-approval: self-approval',
    seenRed: 'with whoever set off the run left out of the hands in contributors.ts',
    attacker: (change) => byAnAgent(change, change.security),
    honest: (change) => byAnAgent(change, change.author),
  }),
  onTheGate({
    row: 8,
    attack: 'A reviewer writes a commit under a name and address of nobody, so that no hand of theirs is in it',
    answer: 'approvals.quorum: author-unknown',
    seenRed: 'with nobody counted as unidentified in contributors.ts',
    attacker: andReviewed((change) => pushAndRun(change, { authorEmail: 'nobody@elsewhere.example' })),
    honest: andReviewed(pushAndRun),
  }),
  onTheGate({
    row: 9,
    attack: 'A reviewer pushes a commit and approves',
    answer: 'approvals.no-self-approval: self-approval',
    seenRed: 'with pushers left out of the hands in contributors.ts; then the engine objects to its own input (pusher-missing)',
    attacker: andReviewed((change) => pushAndRun(change, { by: change.security })),
    honest: andReviewed((change) => pushAndRun(change, { by: change.bystander })),
  }),
  onTheGate({
    row: 10,
    attack: 'An approval is counted whose author asked for changes later',
    answer: 'approvals.review-state: changes-requested',
    seenRed: 'with CHANGES_REQUESTED read as a comment in reviews.ts',
    attacker: (change) => void review(change, change.security, 'CHANGES_REQUESTED'),
    honest: (change) => void review(change, change.security, 'COMMENTED'),
  }),
  onTheGate({
    row: 11,
    attack: 'The author dismisses the review that asked for changes',
    answer: 'approvals.review-state: dismissed-by-contributor',
    seenRed: 'with DISMISSED read as a comment in reviews.ts',
    given: (change) => void review(change, change.bystander, 'CHANGES_REQUESTED'),
    attacker: (change) => dismissedBy(change, change.author, 'CHANGES_REQUESTED'),
    honest: (change) => dismissedBy(change, change.security, 'CHANGES_REQUESTED'),
  }),
  onTheGate({
    row: 12,
    attack: 'Whoever merges it counts as a reviewer',
    ending: 'detected',
    answer: 'approvals.quorum: awaiting-review',
    seenRed: 'with a push taken for one that brought nothing in collect-facts.ts',
    attacker: (change) => {
      change.pullRequest.reviews.pop();
      merge(change, change.platform);
    },
    honest: (change) => void merge(change, change.platform),
    asked: asThePushTells,
  }),
  onTheGate({
    row: 13,
    attack: 'A commit message and a label say that it was reviewed',
    answer: 'approvals.quorum: awaiting-review',
    seenRed: 'with any number of approvals enough in approvals/quorum.rego',
    attacker: claimedReviewed,
    honest: andReviewed(claimedReviewed),
  }),
  onTheGate({
    row: 14,
    attack: 'Approved for one base, pointed at another',
    answer: 'approvals.fresh: of-other-commit',
    seenRed: 'with changes of base ignored in reviews.ts',
    live: 'The gate runs again when a pull request points at another branch',
    leaves:
      'What a second pull request of the same head runs, on the merge with a branch of the author’s own, is no check, report or gate of the first (`test/github/beside-another.test.ts`). But GitHub holds a required check against a merge by its name and commit alone: there the second one, into a branch that asks for less or brings a job named like the gate, may answer for the first. Only a merge queue and the ruleset rule `workflows` tell them apart; the merge verifier finds it afterwards. And where GitHub does not say for certain from which branch a run came, one from another branch at the same commit is not told apart: for a change from a fork, against one from a fork’s branch of the same name, and after a merge that deleted both branches.',
    attacker: throughAnotherBase,
    honest: andReviewed(throughAnotherBase),
  }),
  onTheGate({
    row: 15,
    attack: 'The change takes its own paths out of CODEOWNERS',
    leaves: 'A team behind an owner that shrinks: teams need a token of an administrator.',
    answer: 'approvals.elevated: awaiting-review',
    seenRed: 'with no path counted as one of owners in touches-of.ts',
    given: (change) => demand(change, 'elevated: {min: 2', 'elevated: {min: 3'),
    attacker: andReviewed((change) => pushAndRun(change, { files: { '.github/CODEOWNERS': '* @acme/everybody\n' } })),
    honest: andReviewed((change) => pushAndRun(change, { files: { 'docs/owners.md': '* @acme/everybody\n' } })),
  }),
  onTheGate({
    row: 16,
    attack: 'An approval is taken back after the gate was green, and the change goes on into the queue',
    answer: 'approvals.quorum: awaiting-review',
    seenRed: 'with DISMISSED read as an approval in reviews.ts',
    live: 'The gate runs again when a review comes or goes',
    given: (change) => void protect(change.scenario, change.repository, { rules: [mergeQueue()] }),
    attacker: (change) => {
      dismissedBy(change, change.bystander, 'APPROVED');
      intoTheQueue(change);
    },
    honest: (change) => intoTheQueue(change),
    asked: asTheQueueAsks,
  }),
];
