import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { HEAD } from '../../material/change.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { scanInputs } from '../../material/deployment.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

const MESSAGE = 'the password is hunter2, ask ada@example.org';

describe.each(NODES)('the result of a scan, on Node %i', (node) => {
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
});
