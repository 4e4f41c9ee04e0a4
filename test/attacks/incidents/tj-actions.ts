import { RealRepository } from '@proofrail/testkit';
import { answerOfTheDoctor } from '../surfaces/answer-of-the-doctor.ts';
import { ALLOWED, type Incident } from './incident.ts';

const REVIEWED = 'export const run = () => "scan";\n';
const STOLEN = 'export const run = () => "print every secret";\n';

/** What a caller runs, by the tag or by the commit that it named on the day it was reviewed. */
function whatRuns(by: 'tag' | 'commit'): string {
  using action = new RealRepository();
  const reviewed = action.commit({ 'dist/index.js': REVIEWED });
  action.git('tag', 'v1');
  action.commit({ 'dist/index.js': STOLEN });
  action.git('tag', '--force', 'v1');
  return `${action.git('show', `${by === 'tag' ? 'v1' : reviewed}:dist/index.js`)}\n`;
}

const caller = (ref: string): string => `on: push
permissions: {}
jobs:
  scan:
    runs-on: ubuntu-24.04
    steps:
      - uses: acme/scan@${ref}
`;

export const TJ_ACTIONS: Incident = {
  name: 'tj-actions and reviewdog, March 2025',
  happened: 'the tags of an action moved to a commit that printed secrets; whoever had named the commit never ran it',
  rows: [56],
  scenes: [
    { scene: 'whoever names the tag runs the stranger’s code', play: () => Promise.resolve(whatRuns('tag')), ends: STOLEN },
    { scene: 'whoever names the commit does not', play: () => Promise.resolve(whatRuns('commit')), ends: REVIEWED },
    {
      scene: 'the doctor names the caller by tag before it happens',
      play: () => answerOfTheDoctor({ 'ci.yml': caller('v1') }),
      ends: { outcome: 'deny', says: ['unpinned-action'] },
    },
    {
      scene: 'and leaves the caller by commit alone',
      play: () => answerOfTheDoctor({ 'ci.yml': caller('08c6903cd8c0fde910a37f88322edcfb5dd907a8') }),
      ends: ALLOWED,
    },
  ],
};
