import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange, withReports } from '../../material/change.ts';
import { brokenRules } from '../../material/rule-status.ts';
import { runGate } from '../../material/run-gate.ts';
import { sarif } from '../../material/sarif.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('one critical finding, on Node %i', (node) => {
  it('is enough to deny', async () => {
    using workspace = new Workspace();
    const finding = { rule: 'sql-injection', message: 'user input in a query', severity: 9.8, file: 'src/refunds.ts', line: 42 };
    const run = await runGate(
      workspace,
      withReports(soundChange(), { ...soundChange().reports, 'semgrep.sarif': sarif('Semgrep', [finding]) }),
      node,
    );
    expect(run.exitCode).toBe(1);
    expect(brokenRules(run.summary)).toEqual(['scans.threshold']);
  });
});
