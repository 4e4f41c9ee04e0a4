import { describe, expect, it } from '@jest/globals';
import { FAKE_TOKEN, readActionMetadata, runAction, type ActionRun } from '@proofrail/testkit';
import { Workspace } from './workspace.ts';

/** How a step must end. `null` means that it does its work: 0. */
export type End = { readonly exit: 1 | 2 | 3; readonly code: string } | null;

export const refused = (code: string): End => ({ exit: 2, code });
export const unavailable = (code: string): End => ({ exit: 3, code });
export const WORKS: End = null;

/** What every input must be tried with. `valid` and `wrong` may write files into the workspace first. */
export interface Row {
  readonly omitted: End;
  readonly empty: End;
  readonly blank: End;
  readonly valid: readonly (string | ((workspace: Workspace) => string))[];
  readonly wrong: readonly (readonly [value: string | ((workspace: Workspace) => string), end: End])[];
}

/** Every input of an action, omitted, empty, blank, valid and wrong. An input of action.yml without a row is a failure. */
export function describeInputs(
  action: string,
  rows: Readonly<Record<string, Row>>,
  layOut: (workspace: Workspace) => Record<string, string> | Promise<Record<string, string>>,
  environment: (workspace: Workspace) => Readonly<Record<string, string>> = () => ({}),
): void {
  const metadata = readActionMetadata(action);

  const runWith = async (change: (inputs: Record<string, string>, workspace: Workspace) => void): Promise<ActionRun> => {
    using workspace = new Workspace();
    const inputs = await layOut(workspace);
    change(inputs, workspace);
    return await runAction(action, {
      inputs,
      environment: environment(workspace),
      token: FAKE_TOKEN,
      workspace: workspace.folder,
      temporary: workspace.temporary,
    });
  };

  it('has a row here for each input of action.yml', () =>
    expect(Object.keys(rows).sort()).toEqual(Object.keys(metadata.inputs).sort()));

  it('works with the inputs that the rows start from', async () => expectEnd(await runWith(() => undefined), WORKS));

  describe.each(Object.entries(rows))('%s', (name, row) => {
    const value = (given: Row['valid'][number], workspace: Workspace): string =>
      typeof given === 'string' ? given : given(workspace);

    it('omitted', async () => {
      // The run above omits it already, unless the rows start from it.
      using workspace = new Workspace();
      if (row.omitted === WORKS && !Object.hasOwn(await layOut(workspace), name)) return;
      expectEnd(await runWith((inputs) => Reflect.deleteProperty(inputs, name)), row.omitted);
    });
    it('empty', async () => {
      expectEnd(await runWith((inputs) => (inputs[name] = '')), row.empty);
    });
    it('blank', async () => {
      expectEnd(await runWith((inputs) => (inputs[name] = ' \t\r\n ')), row.blank);
    });
    if (row.valid.length > 0)
      it.each(row.valid.map((given, index) => [index, given] as const))('valid %#', async (_, given) => {
        expectEnd(await runWith((inputs, workspace) => (inputs[name] = value(given, workspace))), WORKS);
      });
    if (row.wrong.length > 0)
      it.each(row.wrong.map(([given, end]) => [typeof given === 'string' ? given : end?.code, given, end] as const))(
        'wrong %j',
        async (_, given, end) => {
          expectEnd(await runWith((inputs, workspace) => (inputs[name] = value(given, workspace))), end);
        },
      );
  });
}

/**
 * A refusal is one error, named by its code, with something to do, and claims nothing. A denial (1) is an answer: its outputs say so.
 */
function expectEnd(run: ActionRun, end: End): void {
  const errors = run.annotations.filter(({ kind }) => kind === 'error').map(({ title }) => title?.split(' ')[0]);
  const seen = { exit: run.exitCode, first: errors[0] ?? null, stderr: run.stderr, injected: run.injectedOutputs };
  expect(seen).toEqual({ exit: end?.exit ?? 0, first: end?.code ?? null, stderr: '', injected: {} });
  if (end === null) return;
  expect(run.summary).toMatch(/\*\*Do this( first)?:\*\*/);
  if (end.exit === 1) return expect(run.outputs['outcome']).toBe('deny');
  expect(errors).toHaveLength(1);
  expect(run.outputs).toEqual({});
}
