import { describe, expect, it } from '@jest/globals';
import type { SoundChange } from '@proofrail/testkit';
import { collect, judge } from '../../../github/collecting.ts';
import { withReport } from '../../../github/on-new-head.ts';
import { CONTROLS, soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { brokenRules } from '../../material/rule-status.ts';

const log = (run: object): string => JSON.stringify({ version: '2.1.0', runs: [run] });
const EMPTY = JSON.stringify({ version: '2.1.0', runs: [] });
const WITHOUT_RULES = log({ tool: { driver: { name: 'CodeQL' } }, results: [] });
const CLEAN_WITHOUT_RULES = log({
  tool: { driver: { name: 'CodeQL', version: '2.23.1' } },
  invocations: [{ executionSuccessful: true }],
  results: [],
});
const CRASHED = log({
  tool: { driver: { name: 'Gitleaks', rules: [{ id: 'a' }] } },
  invocations: [{ executionSuccessful: false }],
  results: [],
});

const statusOfScans = async (change: SoundChange): Promise<string[]> => {
  const { collected } = await collect(change, { waitMinutes: 0 });
  return collected.map((each) => judge(each).decision.rules.find(({ id }) => id === 'scans.complete')?.status ?? 'none');
};

describe('a report without a finding', () => {
  it('is not a clean one, whether it is of no run or of a crash', async () => {
    const run = await gateOnGitHub(withReport(withReport(soundChange(), 'codeql', EMPTY), 'gitleaks', CRASHED));
    expect(run.exitCode).toBe(1);
    expect(brokenRules(run.summary)).toContain('scans.complete');
    expect(await statusOfScans(withReport(soundChange(), 'codeql', WITHOUT_RULES))).toEqual(['unknown']);
    expect(await statusOfScans(withReport(soundChange(), 'gitleaks', CRASHED))).toEqual(['unknown']);
  });

  const vouched = (report: string): SoundChange => {
    const controls = `${CONTROLS}tools:\n  CodeQL: {class: sast, clean_reports_list_no_rules: true}\n`;
    return withReport(soundChange({ files: { '.proofrail/controls.yaml': controls } }), 'codeql', report);
  };

  it('is clean on the word of a tool that the registry vouches for, and the summary says so', async () => {
    const run = await gateOnGitHub(vouched(CLEAN_WITHOUT_RULES));
    expect([run.exitCode, run.summary]).toEqual([0, expect.stringContaining("On the tool's word alone:** <code>CodeQL</code>")]);
  });

  it('is not clean where that tool does not say that it came to its end', async () => {
    expect(await statusOfScans(vouched(WITHOUT_RULES))).toEqual(['unknown']);
  });
});
