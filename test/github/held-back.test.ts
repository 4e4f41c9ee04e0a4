import { describe, expect, it } from '@jest/globals';
import { addPerson, approve, dismiss, push, review, type SoundChange } from '@proofrail/testkit';
import { ROLES, soundChange } from './sound-change.ts';
import { collect, judge } from './collecting.ts';
import { approveAgain, runAgain } from './run-again.ts';

const RULE = 'approvals.review-state';

async function judged(change: SoundChange) {
  const { collected } = await collect(change, { waitMinutes: 0 });
  const [judgement] = collected.map(judge);
  const rule = judgement?.decision.rules.find(({ id }) => id === RULE);
  return { outcome: judgement?.decision.outcome, codes: rule?.reasons.map(({ code }) => code) };
}

const ALLOWED = { outcome: 'allow', codes: [] };

describe('a dismissed review', () => {
  it('that approved holds nothing back: GitHub dismisses stale approvals in the name of whoever pushed', async () => {
    const roles = ROLES.replace('security: ["10301188"]', 'security: ["10301188", "10305555"]');
    const change = soundChange({ files: { '.proofrail/roles.yaml': roles } });
    const [first, second] = change.pullRequest.reviews;
    if (first === undefined || second === undefined) throw new Error('the sound change has two approvals');
    push(change, change.author);
    runAgain(change);
    dismiss(change, first, change.author, '');
    dismiss(change, second, change.author, '');
    approve(change, change.bystander);
    approve(change, change.platform);
    expect(await judged(change)).toEqual(ALLOWED);
  });

  it.each<['CHANGES_REQUESTED' | 'COMMENTED']>([['CHANGES_REQUESTED'], ['COMMENTED']])(
    'that said %s still does when somebody with a hand in the change dismissed it',
    async (state) => {
      const change = soundChange();
      dismiss(change, review(change, change.bystander, state), change.author);
      expect(await judged(change)).toEqual({ outcome: 'deny', codes: ['dismissed-by-contributor'] });
    },
  );

  it('that the timeline does not speak of may have asked for changes', async () => {
    const change = soundChange();
    review(change, change.bystander, 'DISMISSED');
    expect(await judged(change)).toEqual({ outcome: 'deny', codes: ['dismissed-by-unknown'] });
  });
});

describe('whoever asks for changes', () => {
  it('and may not push blocks nothing: on a public repository that is anybody', async () => {
    const change = soundChange();
    change.repository.visibility = 'public';
    const stranger = addPerson(change.scenario, change.repository, 'stranger', { access: 'none' });
    review(change, stranger, 'CHANGES_REQUESTED');
    expect(await judged(change)).toEqual(ALLOWED);
  });
});

it('an author without an account might have dismissed a review, and the rule says that this is why', async () => {
  const change = soundChange();
  push(change, change.author, { authorEmail: 'nobody@elsewhere.example' });
  runAgain(change);
  approveAgain(change);
  expect(await judged(change)).toEqual({ outcome: 'deny', codes: ['author-unknown'] });
});
