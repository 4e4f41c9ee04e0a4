import { mergeQueue, protect, type SoundChange } from '@proofrail/testkit';
import { underOrganisation } from '../../github/under-organisation.ts';
import { withFiles } from '../../github/on-new-head.ts';
import { another } from '../../github/more-changes.ts';
import { asTheQueueAsks, intoTheQueue } from '../../github/queued.ts';
import { demand, ontoMain, weakened } from '../../github/registry.ts';
import { intoAStricterBranch } from '../../github/stricter-branch.ts';
import type { Attack } from '../attack.ts';
import { exceptionFile } from '../surfaces/exception-file.ts';
import { onTheBranch } from '../surfaces/on-the-branch.ts';
import { onTheBuiltGate } from '../surfaces/on-the-built-gate.ts';
import { onTheGate } from '../surfaces/on-the-gate.ts';
import { onWorkflows } from '../surfaces/on-workflows.ts';
import { uploadFinding } from '../surfaces/upload-finding.ts';

const oneApproval = ({ pullRequest }: SoundChange): void => void pullRequest.reviews.pop();

export const GATE_TAMPERING: readonly Attack[] = [
  onTheBranch({
    row: 17,
    attack: 'The change edits the workflow that runs the gate, so that nothing is decided about it, and is merged',
    answer: 'no-allow-decision',
    seenRed: 'with a landing that nothing decided let by in judge-landing.ts',
    live: 'A change cannot edit the gate that judges it',
    attacker: (main) => {
      const change = main.open([{ '.github/workflows/gate.yml': 'on: pull_request\njobs: {}\n' }], null);
      main.landed(main.since, change, { merge_commit: main.repository.squash(change.head) });
    },
    honest: (main) => {
      const change = main.open([{ '.github/workflows/gate.yml': 'on: pull_request\njobs: {}\n' }]);
      main.landed(main.since, change, { merge_commit: main.repository.squash(change.head) });
    },
  }),
  onTheGate({
    row: 18,
    attack: 'The change brings the registry by which it would be enough',
    answer: 'approvals.quorum: awaiting-review',
    seenRed: 'with .proofrail/ read from the head in policy-source.ts; then approvals.elevated alone objects',
    attacker: (change) => {
      withFiles(change, weakened(change));
      oneApproval(change);
    },
    honest: (change) => void withFiles(change, weakened(change)),
  }),
  onTheGate({
    row: 19,
    attack: 'A pull request from before the registry became stricter',
    answer: 'approvals.quorum: awaiting-review',
    seenRed: 'with .proofrail/ read from the head in policy-source.ts',
    attacker: (change) => demand(change, 'min: 2, roles: [security, platform]', 'min: 3, roles: [security, platform]'),
    honest: (change) => ontoMain(change, { 'src/other.js': 'export {};\n' }),
  }),
  onTheGate({
    row: 20,
    attack: 'In the queue, a change rides behind one that weakens the registry',
    answer: '#42 approvals.quorum: awaiting-review',
    seenRed: 'with .proofrail/ read from the head of the group in collect-facts.ts',
    given: (change) => {
      protect(change.scenario, change.repository, { rules: [mergeQueue()] });
      withFiles(change, weakened(change));
    },
    attacker: (change) => {
      const second = another(change);
      oneApproval(second);
      intoTheQueue(change, second);
    },
    honest: (change) => intoTheQueue(change, another(change)),
    asked: asTheQueueAsks,
  }),
  onTheGate({
    row: 21,
    attack: 'A change into a strict branch is judged by the registry of the default branch',
    answer: 'approvals.quorum: awaiting-review',
    seenRed: 'with the default branch asked for every base in policy-source.ts',
    given: intoAStricterBranch,
    attacker: oneApproval,
  }),
  onTheGate({
    row: 22,
    attack: 'A label and a comment say that the policy does not apply',
    answer: 'approvals.quorum: awaiting-review',
    seenRed: 'with any number of approvals enough in approvals/quorum.rego',
    given: ({ pullRequest }) => {
      pullRequest.labels.push('policy-exempt');
      pullRequest.title = '[skip gate] Lower the refund limit';
      pullRequest.body = '/override approved by the CISO';
    },
    attacker: oneApproval,
  }),
  onTheGate({
    row: 23,
    attack: 'An exception that never expires',
    answer: 'exceptions.validity: invalid',
    seenRed: 'with expires optional in exception.ts',
    given: uploadFinding,
    attacker: (change) => ontoMain(change, exceptionFile(change, { expires: null })),
    honest: (change) => ontoMain(change, exceptionFile(change, { expires: 20 })),
  }),
  onTheBuiltGate({
    row: 24,
    attack: 'Below an organisation, a repository asks for less in its registry and in the inputs of the step',
    answer: 'approvals.quorum: awaiting-review',
    seenRed: 'with the demands of the repository taken as they are in tighten.ts',
    given: underOrganisation,
    start: () => ({ inputs: { organisation: 'acme/soc2-gate/.github/workflows/gate.yml' } }),
    attacker: oneApproval,
    tampered: { environment: { 'INPUT_POLICY-PATH': '.proofrail', 'INPUT_FAIL-ON': 'never' } },
  }),
  onTheBuiltGate({
    row: 25,
    attack: 'An earlier step sends the gate’s traffic through a proxy of its own',
    answer: 'environment/refused',
    seenRed: 'with nothing refused in require-clean-environment.ts',
    tampered: { environment: { HTTPS_PROXY: 'http://proxy.example' } },
  }),
  onWorkflows({
    row: 26,
    attack: 'A local action in the gate’s job, which an earlier checkout replaced',
    check: 'shadowed-local-action',
  }),
];
