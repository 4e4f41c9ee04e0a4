import { describe, expect, it } from '@jest/globals';
import { examineWorkflows, SURROUNDINGS_UNSEEN } from './index.ts';

const EVENTS = 'on: [pull_request, merge_group]\npermissions: {}\n';
const STEPS = '    runs-on: ubuntu-24.04\n    steps: [{run: npm test}]\n';
const SHA = '08c6903cd8c0fde910a37f88322edcfb5dd907a8';

const unread = (required: string, jobs: string, called = `  test:\n${STEPS}`) =>
  examineWorkflows(
    [
      { file: 'ci.yml', text: `${EVENTS}jobs:\n${jobs}` },
      { file: 'called.yml', text: `on: workflow_call\npermissions: {}\njobs:\n${called}` },
    ],
    { ...SURROUNDINGS_UNSEEN, required: [required] },
  ).unread.map(({ needs }) => needs);

describe('a required check', () => {
  it.each([
    ['of a job', 'test', `  test:\n${STEPS}`],
    ['of a job in a called workflow', 'ci / test', '  ci:\n    uses: ./.github/workflows/called.yml\n'],
    ['of one job of a matrix', 'test (20)', `  test:\n    strategy: {matrix: {node: [20]}}\n${STEPS}`],
    ['named in part by an expression', 'test on 20', `  t:\n    name: test on \${{ matrix.node }}\n${STEPS}`],
    ['of the gate, wherever it lies', 'gate / gate', `  gate:\n    uses: acme/gate/.github/workflows/gate.yml@${SHA}\n`],
  ])('%s was looked at to the end', (_, required, jobs) => expect(unread(required, jobs)).toEqual([]));

  it('that no file reports is said: nothing was looked at', () =>
    expect(unread('tests', `  test:\n${STEPS}`)).toEqual([expect.stringContaining('no job here has that name')]));

  it('that another repository decides is said', () =>
    expect(unread('ci / test', `  ci:\n    uses: acme/ci/.github/workflows/test.yml@${SHA}\n`)).toEqual([
      `a look at acme/ci/.github/workflows/test.yml@${SHA}: it was not read`,
    ]));

  it('that a workflow decides which is not among the files is said', () =>
    expect(unread('ci / test', '  ci:\n    uses: ./.github/workflows/gone.yml\n')).toEqual([
      expect.stringContaining('gone.yml: it was not read'),
    ]));

  it('that only a job with an expression for a name could report is said', () => {
    const called = `  test:\n    name: \${{ inputs.name }}\n${STEPS}`;
    expect(unread('ci / test', '  ci:\n    uses: ./.github/workflows/called.yml\n', called)).toEqual([
      expect.stringContaining('job "test" (called.yml:4)'),
    ]);
  });

  it('below workflows that call each other in a circle, or double with every level, is said in good time', () => {
    const caller = (id: string) => `  ${id}:\n    uses: ./.github/workflows/called.yml\n`;
    const many = Array.from({ length: 30 }, (_, index) => caller(`again${index}`)).join('');
    const started = performance.now();
    expect(unread('ci / again0 / test', caller('ci'), many)).not.toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000); // ms; without a limit it is 30 to the power of nine
  });
});
