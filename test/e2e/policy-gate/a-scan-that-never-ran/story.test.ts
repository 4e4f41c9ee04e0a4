import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange, withReports } from '../../material/change.ts';
import { brokenRules } from '../../material/rule-status.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

const EMPTY = JSON.stringify({ version: '2.1.0', runs: [] });
const WITHOUT_RULES = JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Semgrep' } }, results: [] }] });
const CRASHED = JSON.stringify({
  version: '2.1.0',
  runs: [
    { tool: { driver: { name: 'Semgrep', rules: [{ id: 'a' }] } }, invocations: [{ executionSuccessful: false }], results: [] },
  ],
});

describe.each(NODES)('a report without a finding, on Node %i', (node) => {
  it.each([
    ['with no run', EMPTY],
    ['with no rules', WITHOUT_RULES],
    ['of a crash', CRASHED],
  ])('%s is not a clean one', async (_, report) => {
    using workspace = new Workspace();
    const run = await runGate(workspace, withReports(soundChange(), { ...soundChange().reports, 'semgrep.sarif': report }), node);
    expect(run.exitCode).toBe(1);
    expect(brokenRules(run.summary)).toContain('scans.complete');
  });
});
