import { bill, decision, HEAD } from '../../../packages/audit/test/records.ts';
import { answerAboutTheImage } from '../surfaces/about-the-image.ts';
import { answerOfTheDoctor } from '../surfaces/answer-of-the-doctor.ts';
import { answerOfTheLedger } from '../surfaces/answer-of-the-ledger.ts';
import { ALLOWED, type Incident } from './incident.ts';

const RELEASE = 'acme/payments/.github/workflows/release.yml@refs/heads/main';

const gate = (step: string): string => `on: [pull_request, merge_group]
permissions: {}
jobs:
  gate:
    runs-on: ubuntu-24.04
    steps:
${step}      - uses: acme/proofrail/actions/policy-gate@08c6903cd8c0fde910a37f88322edcfb5dd907a8
`;
const CACHE = `      - uses: actions/cache@08c6903cd8c0fde910a37f88322edcfb5dd907a8
        with: { path: node_modules, key: deps }
`;

export const TANSTACK: Incident = {
  name: 'TanStack, May 2026 (CVE-2026-45321)',
  happened: 'a poisoned cache went into a release, which the platform vouched for: its provenance was genuine',
  rows: [59, 65, 70],
  scenes: [
    {
      scene: 'the doctor finds a cache in the job of the gate',
      play: () => answerOfTheDoctor({ 'gate.yml': gate(CACHE) }),
      ends: { outcome: 'deny', says: ['cache-in-gate'] },
    },
    { scene: 'and nothing without it', play: () => answerOfTheDoctor({ 'gate.yml': gate('') }), ends: ALLOWED },
    {
      scene: 'a genuine token of another workflow does not make its record the gate’s',
      play: () => answerOfTheLedger({ job_workflow_ref: RELEASE }),
      ends: { outcome: 'deny', says: ['slot/signature', 'record/signature'] },
    },
    { scene: 'the gate’s own counts', play: () => answerOfTheLedger({}), ends: ALLOWED },
    {
      scene: 'an image of a commit that nobody decided about is refused, bill of materials and all',
      play: () => answerAboutTheImage([decision(), bill('c'.repeat(40))]),
      ends: { outcome: 'deny', says: ['image/not-decided'] },
    },
    { scene: 'one of an allowed commit is not', play: () => answerAboutTheImage([decision(), bill(HEAD)]), ends: ALLOWED },
  ],
};
