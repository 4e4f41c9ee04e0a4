import { describe, expect, it } from '@jest/globals';
import { followWorkflow, readActionMetadata, type ResolvedStep, type StepEnd } from '@proofrail/testkit';

const ACTION = /^(?:\$|proofrail\/proofrail)\/actions\/([a-z-]+)/;
const contexts = {
  github: {
    ...{
      token: 'token',
      sha: 'sha',
      ref_name: 'main',
      repository: 'acme/refunds',
      api_url: 'https://api.github.com',
      run_attempt: '1',
    },
    event: { before: 'before', sender: { id: '7' }, workflow_run: { head_sha: 'head' }, pull_request: { head: { sha: 'head' } } },
  },
  job: { workflow_repository: 'proofrail/proofrail', workflow_sha: 'commit' },
};

/** Outputs under their own names, so that who gets which is seen. */
function outputsOf({ uses, job }: ResolvedStep): Record<string, string> {
  const action = ACTION.exec(uses ?? '')?.[1];
  const names = action === undefined ? ['artifact-id'] : Object.keys(readActionMetadata(action).outputs);
  return Object.fromEntries(names.map((name) => [name, `${name} of ${job}`]));
}

const follow = (file: string, inputs: Readonly<Record<string, string>>, fails: (step: ResolvedStep) => boolean = () => false) => {
  const perform = (step: ResolvedStep): Promise<StepEnd> =>
    Promise.resolve({ conclusion: fails(step) ? 'failure' : 'success', outputs: outputsOf(step) });
  return followWorkflow(`.github/workflows/${file}`, { inputs, contexts, perform });
};

const BUCKET = {
  ledger: 's3://evidence',
  identities: 's3://people',
  attachments: 's3://attachments',
  'role-to-assume': 'arn:role',
};
const SEALED = {
  ledger: 's3://evidence',
  'log-key': 'awskms:///arn:key',
  origin: 'example.org/evidence',
  'role-to-assume': 'arn:role',
};

describe('each reusable workflow, by what it gives to whom', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['gate.yml', 'nothing', {}],
    ['gate.yml', 'a bucket', BUCKET],
    ['required-gate.yml', 'nothing', {}],
    ['merge-verifier.yml', 'nothing', {}],
    ['merge-verifier.yml', 'a bucket', BUCKET],
    ['gate-rerun.yml', 'nothing', {}],
    ['seal.yml', 'what it requires', SEALED],
  ])('%s, given %s', async (file, _, inputs) => {
    const { jobs, steps } = await follow(file, inputs);
    expect(new Set(Object.values(jobs))).toEqual(new Set(['success']));
    const told = steps.map(({ job, name, uses, with: given, env }) => ({
      job,
      name,
      uses: uses?.split('@')[0] ?? 'script',
      given,
      env,
    }));
    expect(told).toMatchSnapshot();
  });

  it.each(['intent', 'decide', 'gate'])('the gate runs and is red where something failed in %s', async (failing) => {
    const { jobs, steps } = await follow('gate.yml', {}, ({ job, uses }) => job === failing && ACTION.test(uses ?? ''));
    expect(jobs['gate']).toBe(failing === 'gate' ? 'failure' : 'success'); // its last step, a script, is not run here: it is told
    expect(steps.at(-1)?.env).toEqual({
      INTENT: failing === 'intent' ? 'failure' : 'success',
      DECIDE: failing === 'decide' ? 'failure' : 'success',
      RECORD: failing === 'gate' ? 'failure' : 'success',
    });
  });

  it('an input, an output or a permission that is not there ends it: nothing is guessed', async () => {
    await expect(follow('gate.yml', { legder: 'x' })).rejects.toThrow('no input legder');
    await expect(follow('seal.yml', { ledger: 'x' })).rejects.toThrow('none given for log-key, origin, role-to-assume');
  });
});
