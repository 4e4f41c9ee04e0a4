import { Failure } from '@proofrail/core/outcomes';
import { subjectOf } from '@proofrail/github';
import { collect } from '../../github/collecting.ts';
import { soundChange } from '../../github/sound-change.ts';
import { intoAStricterBranch } from '../../github/stricter-branch.ts';
import { answerOfTheDoctor } from '../surfaces/answer-of-the-doctor.ts';
import { answerOfTheGate } from '../surfaces/on-the-gate.ts';
import { ALLOWED, type Incident } from './incident.ts';

/** The release branch asks for two approvals, the default branch for one. */
function intoRelease(approvals: 1 | 2) {
  const change = soundChange();
  intoAStricterBranch(change);
  change.pullRequest.reviews.length = approvals;
  return answerOfTheGate(change);
}

/** Null where the gate takes the event, else the code of its refusal. */
async function refusalOf(event: string) {
  const change = soundChange();
  const { id, name, owner } = change.repository;
  const payload = { repository: { id, name, owner: { login: owner } }, pull_request: { number: change.pullRequest.number } };
  try {
    await collect(change, { subject: subjectOf(event, payload), waitMinutes: 0 });
    return null;
  } catch (error) {
    return error instanceof Failure ? error.code : String(error);
  }
}

const gateOn = (event: string): string => `on: [${event}, merge_group]
permissions: {}
jobs:
  gate:
    runs-on: ubuntu-24.04
    steps:
      - uses: acme/proofrail/actions/policy-gate@08c6903cd8c0fde910a37f88322edcfb5dd907a8
`;

export const ROBOTA: Incident = {
  name: 'robota, issue 2034',
  happened: 'under pull_request_target a gate read the default branch, and judged a change into another branch by the wrong tree',
  rows: [21, 51],
  scenes: [
    {
      scene: 'the base of the change says what is asked for, not the default branch',
      play: async () => (await intoRelease(1)).says.includes('approvals.quorum: awaiting-review'),
      ends: true,
    },
    { scene: 'what the base asks for is enough', play: () => intoRelease(2), ends: ALLOWED },
    {
      scene: 'the gate does not run on pull_request_target at all',
      play: () => refusalOf('pull_request_target'),
      ends: 'event/unsupported',
    },
    { scene: 'on pull_request it does', play: () => refusalOf('pull_request'), ends: null },
    {
      scene: 'and the doctor names the workflow that would start it so',
      play: () => answerOfTheDoctor({ 'gate.yml': gateOn('pull_request_target') }),
      ends: { outcome: 'deny', says: ['pull-request-target'] },
    },
    { scene: 'and no other', play: () => answerOfTheDoctor({ 'gate.yml': gateOn('pull_request') }), ends: ALLOWED },
  ],
};
