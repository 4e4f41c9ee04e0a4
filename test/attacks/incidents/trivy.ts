import type { ProtectedBranch } from '../../merges/material/protected-branch.ts';
import { answerOfTheDoctor } from '../surfaces/answer-of-the-doctor.ts';
import { answerOfTheVerifier } from '../surfaces/answer-of-the-verifier.ts';
import { ALLOWED, type Incident } from './incident.ts';

const CHECKOUT = 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8';
const workflow = (event: string): string => `on: ${event}
permissions: {}
jobs:
  lint:
    runs-on: ubuntu-24.04
    steps:
      - uses: ${CHECKOUT}
        with: { ref: "\${{ github.event.pull_request.head.sha }}" }
      - run: npm test
`;

const EDIT = { 'src/a.txt': 'a\nb\n' };
const landed = (main: ProtectedBranch): void => {
  const change = main.open([EDIT]);
  main.repository.squash(change.head);
  main.landed(main.since, change);
};

export const TRIVY: Incident = {
  name: 'Trivy, February and March 2026',
  happened:
    'a workflow with rights ran a stranger’s pull request, its token was stolen, and with it commits and tags were pushed',
  rows: [42, 51, 56],
  scenes: [
    {
      scene: 'the doctor finds the workflow that runs strangers’ code with rights',
      play: () => answerOfTheDoctor({ 'lint.yml': workflow('pull_request_target') }),
      ends: { outcome: 'deny', says: ['pull-request-target', 'untrusted-checkout'] },
    },
    {
      scene: 'and has nothing against the same without rights',
      play: () => answerOfTheDoctor({ 'lint.yml': workflow('pull_request') }),
      ends: ALLOWED,
    },
    {
      scene: 'what the stolen token pushes is found on the branch',
      play: () => answerOfTheVerifier(({ repository }) => void repository.commit(EDIT)),
      ends: { outcome: 'deny', says: ['no-pull-request'] },
    },
    { scene: 'the same by a change that was allowed is not', play: () => answerOfTheVerifier(landed), ends: ALLOWED },
  ],
};
