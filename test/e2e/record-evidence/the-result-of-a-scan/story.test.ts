import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { sha256 } from '@proofrail/core/canonical';
import { HEAD } from '../../material/change.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { scanInputs } from '../../material/deployment.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

const MESSAGE = 'the password is hunter2, ask ada@example.org';

describe.each(NODES)('the result of a scan, on Node %s', (node) => {
  it('is recorded by figures and digest, and nothing of its text enters the ledger', async () => {
    using workspace = new Workspace();
    const run = await runStep(workspace, 'record-evidence', node, scanInputs(workspace, MESSAGE));
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    const [record] = ledgerRecords(workspace);
    expect(record?.predicate).toMatchObject({
      target: { commit: HEAD },
      counts: { critical: 1, high: 0 },
      producer: 'unverified',
      evidence: { tool_name: 'Semgrep', scan_type: 'sast', facts: 'given' },
    });
    expect(JSON.stringify(record)).not.toContain('hunter2');
  });

  it('that is none ends in 2 and is on record with its digest, and nothing of its text enters the ledger', async () => {
    using workspace = new Workspace();
    const inputs = scanInputs(workspace, MESSAGE);
    const broken = `{"version": "2.1.0", "runs": "${MESSAGE}"}`;
    workspace.write('semgrep.sarif', broken);
    const run = await runStep(workspace, 'record-evidence', node, inputs);
    expect([run.exitCode, run.annotations.length, run.outputs]).toEqual([2, 1, {}]);
    const [record, ...others] = ledgerRecords(workspace);
    expect(record?.predicate).toMatchObject({
      instead_of: 'scan.result',
      error: { code: 'report/shape' },
      document: sha256(broken),
      evidence: { outcome: 'error', commit_sha: HEAD },
    });
    expect([others, JSON.stringify(record).includes('hunter2')]).toEqual([[], false]);
  });
});
