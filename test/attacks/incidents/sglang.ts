import { plantedWorkflows } from '../../workflows/planted-workflows.ts';
import { soundChange } from '../../github/sound-change.ts';
import { answerOfTheDoctor } from '../surfaces/answer-of-the-doctor.ts';
import { answerOfTheGate } from '../surfaces/on-the-gate.ts';
import { testIn, withoutTest } from '../../github/required-check.ts';
import { ALLOWED, type Incident } from './incident.ts';

/** Auto-merge is armed and waits for a green check of the required name, which this workflow reports. */
function greenIn(workflow: string) {
  const change = soundChange();
  change.pullRequest.autoMerge = { by: change.author.id, at: change.scenario.later() };
  withoutTest(change);
  testIn(change, workflow);
  return answerOfTheGate(change);
}

const spoofed = (kind: 'planted' | 'clean') => {
  const { files, required } = plantedWorkflows('duplicate-check-name', kind);
  return answerOfTheDoctor(Object.fromEntries(files.map(({ file, text }) => [file, text])), required);
};

export const SGLANG: Incident = {
  name: 'sglang, pull request 20208',
  happened: 'a job of another workflow had the name of the required one, so auto-merge took a change whose tests never ran',
  rows: [32, 33, 50],
  scenes: [
    {
      scene: 'the gate waits for the workflow that the registry names, and then does not know',
      play: () => greenIn('.github/workflows/nightly.yml'),
      ends: { outcome: 'deny', says: ['checks.required: unknown (pending)'] },
    },
    { scene: 'the right workflow is enough', play: () => greenIn('.github/workflows/test.yml'), ends: ALLOWED },
    {
      scene: 'the doctor finds the two names before',
      play: () => spoofed('planted'),
      ends: { outcome: 'deny', says: Array(3).fill('duplicate-check-name') },
    },
    { scene: 'and nothing where every job has its own', play: () => spoofed('clean'), ends: ALLOWED },
  ],
};
