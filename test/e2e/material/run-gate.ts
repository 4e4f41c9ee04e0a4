import { chmodSync } from 'node:fs';
import type { Runtime } from '@proofrail/testkit';
import { proofrail, type Ended } from '../cli/proofrail.ts';
import type { Change } from './change.ts';
import type { Workspace } from './workspace.ts';

/** One run of the built gate over facts that somebody hands over: the command takes them, the action does not. */
export function runGate(workspace: Workspace, change: Change, node: Runtime): Promise<Ended> {
  const { facts, reports } = workspace.layOut(change);
  const key = workspace.write('proofrail.key', workspace.signingKey);
  chmodSync(workspace.path(key), 0o600);
  const argv = ['gate', '--facts', facts, ...reports.flatMap((report) => ['--report', report])];
  return proofrail([...argv, '--ledger', 'file:./ledger', '--key', key, '--json'], { cwd: workspace.folder, node });
}
