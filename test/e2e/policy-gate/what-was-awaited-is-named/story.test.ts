import { expect, it } from '@jest/globals';
import { sarifReport, type SoundChange } from '@proofrail/testkit';
import { withReport } from '../../../github/on-new-head.ts';
import { soundChange, SOURCES } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';

const renamedCheck = (): SoundChange => {
  const change = soundChange();
  const { checkRuns } = change.repository;
  checkRuns.splice(
    0,
    checkRuns.length,
    ...checkRuns.map((each) => (each.name === 'test' ? { ...each, name: 'test (20)' } : each)),
  );
  return change;
};

// Whoever reads the page looks for this name in .proofrail/ or in the workflow.
it.each<[string, () => SoundChange, string]>([
  ['a check that has another name', renamedCheck, 'pending: check test of .github/workflows/test.yml'],
  [
    'a workflow that nobody has',
    () => soundChange({ files: { '.proofrail/sources.yaml': SOURCES.replaceAll('security-scan.yml', 'security.yml') } }),
    'pending: CodeQL, codeql-sarif of .github/workflows/security.yml; Gitleaks, gitleaks-sarif of .github/workflows/security.yml',
  ],
  [
    'a report by another tool',
    () => withReport(soundChange(), 'codeql', JSON.stringify(sarifReport('Semgrep'))),
    '/scans/value/items/0/result could not be read (unusable: CodeQL)',
  ],
  [
    'a report that is another than GitHub says',
    () => {
      const change = soundChange();
      for (const artifact of change.runs.scan.artifacts) artifact.digest = `sha256:${'0'.repeat(64)}`;
      return change;
    },
    'unusable: CodeQL, codeql-sarif of .github/workflows/security-scan.yml',
  ],
])('%s: the page says which', async (_name, change, said) => {
  const run = await gateOnGitHub(change());
  expect([run.exitCode, run.outcome]).toEqual([1, 'deny']);
  const page = run.summary.replaceAll('&#58;', ':').replaceAll('&#59;', ';');
  expect(page).toContain(said);
  if (said.startsWith('pending')) expect(page).toContain('never comes has another name in .proofrail/');
  // The record keeps no text of the registry: what somebody called a check may be anybody's name.
  expect(JSON.stringify(run.records)).not.toContain(said.split(': ')[1]);
});
