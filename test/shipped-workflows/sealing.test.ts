import { describe, expect, it } from '@jest/globals';
import { shippedWorkflows, stepsOf, workflowIn } from './shipped-workflow.ts';

const workflows = shippedWorkflows();
const FOLDER = 'examples/callers/organisation/sealing-repository/.github/workflows';

describe.each(['.github/workflows/seal.yml', `${FOLDER}/seal.yml`])('%s', (file) => {
  const seal = workflowIn(workflows, file);
  const [step, ...others] = stepsOf(seal);

  it('may ask who it is and nothing else, holds no secret, and checks nothing out', () => {
    expect(Object.values(seal.jobs).map(({ permissions }) => permissions)).toEqual([{ 'id-token': 'write' }]);
    expect(others).toEqual([]);
    expect(seal.text).not.toMatch(/secrets\.|github\.token/);
  });

  it('seals with the role and the log key that it was given, and keeps the checkpoint outside of the ledger', () => {
    expect(step?.with).toMatchObject({
      kind: 'ledger.checkpoint',
      'log-key': '${{ inputs.log-key }}',
      'role-to-assume': '${{ inputs.role-to-assume }}',
      'artifact-name': 'proofrail-checkpoint-${{ github.run_attempt }}',
    });
  });

  it('demands everything that a forgotten line would weaken: ledger, log key, name of the log, role', () => {
    const inputs = seal.on['workflow_call']?.['inputs'] as Record<string, { required?: boolean }>;
    const demanded = Object.entries(inputs).filter(([, { required }]) => required === true);
    expect(demanded.map(([name]) => name)).toEqual(['ledger', 'log-key', 'origin', 'role-to-assume']);
  });
});

describe('its caller', () => {
  const caller = workflowIn(workflows, `${FOLDER}/proofrail-seal.yml`);

  it('seals every hour whether anything was written or not, when a release asks for it, and by hand', () => {
    expect(Object.keys(caller.on)).toEqual(['schedule', 'repository_dispatch', 'workflow_dispatch']);
    expect(caller.on['schedule']).toEqual([{ cron: expect.stringMatching(/^[1-5][0-9] \* \* \* \*$/) }]);
  });

  it('takes nothing from whoever started it: what is sealed, by whom and with which key stands in the file', () => {
    expect(caller.text).not.toContain('${{');
    expect(caller.text).toMatch(/log-key: awskms:\/\/\/arn:aws:kms:/);
  });
});

describe('the keeper of the same repository', () => {
  const keeper = workflowIn(workflows, `${FOLDER}/proofrail-lengthen.yml`);
  const checkouts = stepsOf(keeper).filter(({ uses }) => uses?.startsWith('actions/checkout@') === true);

  it('comes often enough that verify never misses it, and by hand', () => {
    expect(Object.keys(keeper.on)).toEqual(['schedule', 'workflow_dispatch']);
    expect(keeper.on['schedule']).toEqual([{ cron: expect.stringMatching(/^[1-5][0-9] [0-9]+ \* \* [0-6]$/) }]);
  });

  it('holds a role and reads two repositories, with nothing in what it runs that somebody else could have said', () => {
    expect(Object.values(keeper.jobs).map(({ permissions }) => permissions)).toEqual([{ contents: 'read', 'id-token': 'write' }]);
    expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual([false, false]);
    expect(keeper.text).not.toContain('${{');
    expect(keeper.text).toMatch(/ref: [0-9a-f]{40}$/m);
  });
});
