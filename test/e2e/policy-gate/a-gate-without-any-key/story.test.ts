import { describe, expect, it } from '@jest/globals';
import { formatTrustFile } from '@proofrail/core/ledger';
import { FakeIssuer, NODES, startFakeTokenService } from '@proofrail/testkit';
import { proofrail } from '../../cli/proofrail.ts';
import { soundChange } from '../../material/change.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

// Every record of a decision is vouched for, although several are written at once into common slots, and two runs share the ledger.
describe.each(NODES)('a gate without any key, on Node %i', (node) => {
  it('leaves a ledger in which the platform vouches for every record and slot of both runs', async () => {
    using workspace = new Workspace();
    const issuer = new FakeIssuer();
    const service = await startFakeTokenService(issuer);
    const inputs = { ...workspace.layOut(soundChange()), 'signing-key': 'run' };
    for (const attempt of ['1', '2']) {
      const environment = { ...service.environment, GITHUB_RUN_ATTEMPT: attempt };
      const run = await runStep(workspace, 'policy-gate', node, inputs, environment);
      expect([attempt, run.exitCode, run.stderr]).toEqual([attempt, 0, '']);
      expect(run.summary).toContain('Signed by key and by the platform');
    }
    await service.close();
    const records = ledgerRecords(workspace).length;
    expect(new Set(service.audiences).size).toBe(records);
    const trust = workspace.write(
      'runs.json',
      formatTrustFile({
        version: 1,
        origin: 'test',
        streams: {},
        record_keys: [],
        acknowledge: [],
        issuer_keys: [issuer.issuerKey],
        run_keys: [issuer.runRule],
      }),
    );
    const { code, json } = await proofrail(['verify', '--ledger', 'file:./ledger', '--trust', trust, '--json'], {
      cwd: workspace.folder,
    });
    expect([code, json()]).toMatchObject([
      0,
      { findings: [], streams: [{ verified: records, platform: { verified: records, unverified: 0, none: 0 } }] },
    ]);
    const report = await proofrail(['report', '--ledger', 'file:./ledger', '--trust', trust, '--out', 'r.html', '--json'], {
      cwd: workspace.folder,
    });
    expect(report.json()).toMatchObject({ shown: { records } });
  });
});
