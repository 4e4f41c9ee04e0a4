import { runAction, type ActionRun, type Runtime } from '@proofrail/testkit';
import type { Workspace } from './workspace.ts';

/** One step with a built action in this job. */
export function runStep(
  workspace: Workspace,
  action: string,
  node: Runtime,
  inputs: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  return runAction(action, { inputs, environment, node, workspace: workspace.folder, temporary: workspace.temporary });
}
