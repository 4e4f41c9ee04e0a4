import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addEnvironment, deployTo, startFakeGitHub, type FakeGitHub } from '@proofrail/testkit';
import { soundChange } from '../../github/sound-change.ts';
import {
  accessRows,
  allowEnvironmentRow,
  attachmentsRow,
  identitiesRow,
  ledgerRow,
  OPTIONAL,
  signingKeyRow,
} from '../material/common-rows.ts';
import { describeInputs, refused, unavailable, WORKS } from '../material/describe-inputs.ts';
import { GATE_INPUTS, gateOnGitHub, jobEnvironment } from '../material/gate-on-github.ts';

const change = soundChange();
addEnvironment(change.scenario, change.repository, 'staging');
deployTo(change.repository, change.runs.gate, 'staging');
let github: FakeGitHub;

beforeAll(async () => {
  github = await startFakeGitHub(change.scenario);
});
afterAll(async () => {
  expect(github.unmodelled()).toEqual([]);
  await github.close();
});

const REQUIRED = { empty: refused('input/required'), blank: refused('input/required') } as const;

describe('inputs of policy-gate', () => {
  describeInputs(
    'policy-gate',
    {
      'github-token': {
        omitted: WORKS, // github.token
        ...REQUIRED,
        valid: [],
        wrong: [['a-token-of-somebody-else', unavailable('github/token-refused')]],
      },
      'wait-minutes': {
        omitted: WORKS, // what is required has ended
        ...REQUIRED,
        valid: ['  350 '],
        wrong: ['-1', '1.5', '0x10', '351', 'ten'].map((value) => [value, refused('input/not-a-number')] as const),
      },
      'enterprise-hosts': {
        omitted: refused('environment/refused'),
        empty: refused('environment/refused'),
        blank: refused('environment/refused'),
        valid: ['github.example.com\n\n  127.0.0.1 '],
        wrong: [
          ['https://127.0.0.1', refused('input/not-a-host')],
          ['127.0.0.1:80', refused('input/not-a-host')],
          ['*', refused('input/not-a-host')],
          ['0.0.1', refused('environment/refused')],
        ],
      },
      organisation: {
        ...OPTIONAL,
        valid: [],
        wrong: [
          ['acme/soc2-gate', refused('input/not-a-workflow')],
          ['acme/soc2-gate/.github/workflows/../gate.yml', refused('input/not-a-workflow')],
          ['acme/soc2-gate/.github/workflows/gate.yml', refused('organisation/not-called')],
        ],
      },
      environment: {
        ...OPTIONAL,
        valid: ['staging'],
        wrong: [
          ['production', refused('environment/not-of-this-job')],
          ['prod\u200buction', refused('input/not-an-environment')],
          ['p'.repeat(256), refused('input/not-an-environment')],
        ],
      },
      comment: {
        omitted: WORKS,
        ...REQUIRED,
        valid: ['true'], // this token may not write: a warning, and no other end
        wrong: [['True', refused('input/unknown-word')]],
      },
      phase: {
        omitted: WORKS,
        ...REQUIRED,
        valid: ['all'],
        wrong: [
          ['record', refused('input/unknown-word')],
          ['landed', refused('input/not-for-this-event')], // this is a pull request: a denial must end the step
          ['decide', refused('input/not-for-this-phase')], // with a ledger: it would look as if evidence had been left
        ],
      },
      ledger: ledgerRow,
      'signing-key': signingKeyRow,
      attachments: attachmentsRow,
      identities: identitiesRow,
      ...accessRows,
      'allow-environment': { ...allowEnvironmentRow, ...OPTIONAL },
    },
    (workspace) => ({ ...GATE_INPUTS, ledger: 'file:./ledger', 'signing-key': workspace.signingKey }),
    (workspace) => jobEnvironment(change, github, workspace),
  );

  // The runner hands on what action.yml does not know: ignored, a step that still sets it would judge something else than it says.
  it.each(['facts', 'reports', 'config'])(
    '%s, which earlier versions had, ends the step and says what to do instead',
    async (name) => {
      const run = await gateOnGitHub(change, { environment: { [`INPUT_${name.toUpperCase()}`]: 'facts.json' } });
      expect([run.exitCode, run.annotations.map(({ title }) => title), run.records]).toEqual([2, ['input/removed'], []]);
      expect(run.summary).toContain(`proofrail gate --${name === 'reports' ? 'report' : name}`);
    },
  );
});
