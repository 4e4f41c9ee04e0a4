import { runAction, type ActionRun, type NodeMajor } from '@proofrail/testkit';
import type { Change } from './change.ts';
import type { Workspace } from './workspace.ts';

/** One run of the built gate over a change, as a workflow would start it. */
export async function runGate(
  workspace: Workspace,
  change: Change,
  node: NodeMajor,
  more: {
    readonly inputs?: Readonly<Record<string, string>>;
    readonly environment?: Readonly<Record<string, string>>;
    readonly standardInput?: string;
  } = {},
): Promise<ActionRun> {
  const { inputs, ...rest } = more;
  return runAction('policy-gate', {
    inputs: { ...workspace.layOut(change), ...inputs },
    workspace: workspace.folder,
    temporary: workspace.temporary,
    node,
    ...rest,
  });
}
