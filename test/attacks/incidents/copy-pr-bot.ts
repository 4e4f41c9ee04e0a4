import { push } from '@proofrail/testkit';
import { plantedWorkflows } from '../../workflows/planted-workflows.ts';
import { collect, judge } from '../../github/collecting.ts';
import { soundChange } from '../../github/sound-change.ts';
import { answerOfTheDoctor } from '../surfaces/answer-of-the-doctor.ts';
import { ALLOWED, type Incident } from './incident.ts';

/** The author pushes between the first question of the gate and its last; which head was judged, and how. */
async function pushedMeanwhile() {
  const change = soundChange();
  const approved = change.pullRequest.head.commit;
  const onFiles = (call: { readonly route: string }) => call.route.endsWith('/files');
  const { collected } = await collect(change, {
    waitMinutes: 0,
    prepare: (github) => github.after(onFiles, () => void push(change, change.author)),
  });
  return collected.map((each) => ({
    judged: each.facts.change.head.commit === approved ? 'the approved head' : 'the head as it is',
    outcome: judge(each).decision.outcome,
  }));
}

async function nobodyPushes() {
  const { collected } = await collect(soundChange(), { waitMinutes: 0 });
  return collected.map((each) => judge(each).decision.outcome);
}

const commanded = (kind: 'planted' | 'clean') => {
  const { files, required } = plantedWorkflows('comment-command-without-commit', kind);
  return answerOfTheDoctor(Object.fromEntries(files.map(({ file, text }) => [file, text])), required);
};

export const COPY_PR_BOT: Incident = {
  name: 'NVIDIA’s copy-pr-bot',
  happened: 'somebody wrote "/ok to test" about one commit, and its author pushed another before the bot came to look',
  rows: [2, 62],
  scenes: [
    {
      scene: 'the doctor finds a command that names no commit',
      play: () => commanded('planted'),
      ends: { outcome: 'deny', says: ['comment-command-without-commit'] },
    },
    { scene: 'and accepts one that does', play: () => commanded('clean'), ends: ALLOWED },
    {
      scene: 'the gate looks again at the end, and judges what is there then',
      play: pushedMeanwhile,
      ends: [{ judged: 'the head as it is', outcome: 'deny' }],
    },
    { scene: 'where nobody pushes, the approved head is allowed', play: nobodyPushes, ends: ['allow'] },
  ],
};
