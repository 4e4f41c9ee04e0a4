import { soundChange, type Change } from '../material/change.ts';
import { Workspace } from '../material/workspace.ts';
import { cyclonedx } from '../material/sbom.ts';

/** A folder with everything that the commands read: facts, reports, `.proofrail/`, a bill of materials, a key file is not there yet. */
export function laidOut(change: Change = soundChange()): Workspace {
  const workspace = new Workspace();
  workspace.layOut(change);
  workspace.write('bom.json', cyclonedx());
  return workspace;
}

export const REPORTS = ['reports/semgrep.sarif', 'reports/gitleaks.sarif', 'reports/checkov.sarif'];

/** `gate` in the form that others rely on. */
export const gate = (ledger: string, facts = 'facts.json'): string[] => [
  'gate',
  '--facts',
  facts,
  ...REPORTS.flatMap((report) => ['--report', report]),
  '--config',
  '.proofrail',
  '--ledger',
  ledger,
  '--json',
];
