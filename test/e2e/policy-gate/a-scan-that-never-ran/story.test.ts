import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange, withReports, type Change } from '../../material/change.ts';
import { brokenRules } from '../../material/rule-status.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

const EMPTY = JSON.stringify({ version: '2.1.0', runs: [] });
const WITHOUT_RULES = JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Semgrep' } }, results: [] }] });
const CLEAN_WITHOUT_RULES = JSON.stringify({
  version: '2.1.0',
  runs: [
    { tool: { driver: { name: 'Semgrep', version: '1.182.0' } }, invocations: [{ executionSuccessful: true }], results: [] },
  ],
});
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

  const tools = 'tools:\n  Semgrep: {class: sast, clean_reports_list_no_rules: true}\n';
  it('is clean on the word of a tool that the registry vouches for, and the summary says so', async () => {
    using workspace = new Workspace();
    const run = await runGate(workspace, vouched(CLEAN_WITHOUT_RULES), node);
    expect([run.exitCode, run.summary]).toEqual([0, expect.stringContaining("On the tool's word alone:** <code>Semgrep</code>")]);
  });

  it('is not clean where that tool does not say that it came to its end', async () => {
    using workspace = new Workspace();
    const run = await runGate(workspace, vouched(WITHOUT_RULES), node);
    expect([run.exitCode, run.summary]).toEqual([1, expect.not.stringContaining('word alone')]);
  });

  function vouched(report: string): Change {
    const change = withReports(soundChange(), { ...soundChange().reports, 'semgrep.sarif': report });
    return { ...change, configuration: { ...change.configuration, 'tools.yaml': tools } };
  }
});
