import { HEAD } from './change.ts';
import { IMAGE } from './release.ts';
import { sarif } from './sarif.ts';
import type { Workspace } from './workspace.ts';

const common = (workspace: Workspace): Record<string, string> => ({
  commit: HEAD,
  ledger: 'file:./ledger',
  'signing-key': workspace.signingKey,
});

export const deploymentInputs = (workspace: Workspace): Record<string, string> => ({
  ...common(workspace),
  kind: 'deployment',
  environment: 'production',
  image: IMAGE,
  status: 'success',
});

export const scanInputs = (workspace: Workspace, message: string): Record<string, string> => ({
  ...common(workspace),
  kind: 'scan.result',
  report: workspace.write('semgrep.sarif', sarif('Semgrep', [{ rule: 'r', message, severity: 9.8, file: 'src/a.ts', line: 1 }])),
});
