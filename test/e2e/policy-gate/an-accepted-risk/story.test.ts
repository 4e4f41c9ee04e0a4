import { describe, expect, it } from '@jest/globals';
import { readReport } from '@proofrail/core/reports';
import { NODES, type ActionRun, type NodeMajor } from '@proofrail/testkit';
import { ADA, EDSGER, GRACE, soundChange, withReports, type Change } from '../../material/change.ts';
import { brokenRules } from '../../material/rule-status.ts';
import { runGate } from '../../material/run-gate.ts';
import { sarif } from '../../material/sarif.ts';
import { Workspace } from '../../material/workspace.ts';

const day = (fromNow: number): string => new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

interface Terms {
  readonly owner: string;
  readonly approved_by: string;
  readonly not_before: string;
  readonly expires: string;
}

const SOUND: Terms = { owner: EDSGER, approved_by: GRACE, not_before: day(-1), expires: day(20) };

/** One high finding, and an exception for exactly that one, or for a file. */
async function gateWith(terms: Terms, node: NodeMajor, path?: string, beside: Change['configuration'] = {}): Promise<ActionRun> {
  using workspace = new Workspace();
  const change = soundChange();
  const finding = { rule: 'sql-injection', message: 'query from input', severity: 7.5, file: 'src/legacy.ts', line: 3 };
  const report = sarif('Semgrep', [finding]);
  const risky = withReports(change, { ...change.reports, 'semgrep.sarif': report });
  const fingerprint = readReport(Buffer.from(report), 'semgrep.sarif').findings[0]?.fingerprint ?? '';
  const exception = `id: legacy-query
rule: scans.threshold
scope:
  repository: "700001"
  subject: ${path === undefined ? `{finding: "${fingerprint}"}` : `{path: ${path}}`}
owner: "${terms.owner}"
requested_by: "${terms.owner}"
approved_by: "${terms.approved_by}"
reason: Rewritten in the next release.
compensating_control:
  description: Reachable from the office network only.
  evidence: https://example.com/change/77
risk: high
ticket: SEC-112
not_before: ${terms.not_before}
expires: ${terms.expires}
`;
  return await runGate(
    workspace,
    { ...risky, configuration: { ...risky.configuration, 'exceptions/legacy-query.yaml': exception, ...beside } },
    node,
  );
}

describe.each(NODES)('an accepted risk, on Node %i', (node) => {
  it('lets its finding pass while it lasts', async () => {
    const run = await gateWith(SOUND, node);
    expect({ code: run.exitCode, broken: brokenRules(run.summary) }).toEqual({ code: 0, broken: [] });
    expect(run.summary).toMatch(/legacy-query<\/code> for <code>scans.threshold<\/code>: (19|20) days left/);
  });

  it('lets what is found in its file pass, and in no other', async () => {
    const [same, other] = [await gateWith(SOUND, node, 'src/legacy.ts'), await gateWith(SOUND, node, 'src/legacy')];
    expect([same.exitCode, brokenRules(same.summary)]).toEqual([0, []]);
    expect([other.exitCode, brokenRules(other.summary)]).toEqual([1, ['scans.threshold']]);
  });

  it('excuses nothing once it has expired', async () => {
    const run = await gateWith({ ...SOUND, not_before: day(-20), expires: day(0) }, node);
    expect(run.exitCode).toBe(1);
    expect(brokenRules(run.summary)).toContain('scans.threshold');
  });

  it('is denied by the rule that guards exceptions where a file beside it cannot be read, and holds all the same', async () => {
    const run = await gateWith(SOUND, node, undefined, { 'exceptions/broken.yaml': 'id: broken\n' });
    expect([run.exitCode, brokenRules(run.summary)]).toEqual([1, ['exceptions.validity']]);
    expect(run.summary).toContain('broken.yaml');
    expect(run.summary).toContain('exceptions/missing-key');
    expect(run.summary).toMatch(/legacy-query<\/code> for <code>scans.threshold/);
  });

  it('excuses nothing when its owner approved it, or the author of the change did', async () => {
    for (const terms of [
      { ...SOUND, owner: GRACE },
      { ...SOUND, approved_by: ADA },
    ]) {
      const run = await gateWith(terms, node);
      expect(run.exitCode).toBe(1);
      expect(brokenRules(run.summary)).toEqual(['exceptions.validity', 'scans.threshold']);
    }
  });
});
