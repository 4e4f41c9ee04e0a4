import { approve, merge, type SoundChange } from '@proofrail/testkit';
import { asThePushTells } from '../../github/queued.ts';
import { soundChange } from '../../github/sound-change.ts';
import { answerOfTheGate } from '../surfaces/on-the-gate.ts';
import { ALLOWED, type Incident } from './incident.ts';

const ACTIONS_BOT = 41_898_282;

/** The second approval is that of a workflow in the author's own branch. */
function approvedByAWorkflow(): SoundChange {
  const change = soundChange();
  change.pullRequest.reviews.pop();
  approve(change, change.scenario.person(ACTIONS_BOT));
  return change;
}

function merged(change: SoundChange) {
  merge(change, change.author);
  return answerOfTheGate(change, asThePushTells(change));
}

const OBJECTIONS = [
  'approvals.human: awaiting-review',
  'approvals.human: by-bot',
  'approvals.quorum: awaiting-review',
  'approvals.quorum: not-by-human',
  'approvals.roles: awaiting-review',
];

export const SELF_APPROVING_WORKFLOW: Incident = {
  name: 'Cider Security, 2022',
  happened: 'one account with write access had a workflow approve its own change, and merged it',
  rows: [4, 12],
  scenes: [
    {
      scene: 'the gate counts no approval by a workflow',
      play: () => answerOfTheGate(approvedByAWorkflow()),
      ends: { outcome: 'deny', says: OBJECTIONS },
    },
    { scene: 'the same change, approved by people, is allowed', play: () => answerOfTheGate(soundChange()), ends: ALLOWED },
    {
      scene: 'merged all the same, it is denied once more where it landed, for the record that stays',
      play: () => merged(approvedByAWorkflow()),
      ends: { outcome: 'deny', says: OBJECTIONS },
    },
    { scene: 'what people approved is allowed there too', play: () => merged(soundChange()), ends: ALLOWED },
  ],
};
