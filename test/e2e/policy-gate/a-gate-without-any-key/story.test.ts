import { expect, it } from '@jest/globals';
import { formatTrustFile } from '@proofrail/core/ledger';
import { FakeIssuer, startFakeTokenService } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { proofrail } from '../../cli/proofrail.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { Workspace } from '../../material/workspace.ts';

// Every record of a decision is vouched for, although several are written at once into common slots, and two runs share the ledger.
it('a gate without any key leaves a ledger in which the platform vouches for every record and slot of both runs', async () => {
  using workspace = new Workspace();
  const change = soundChange();
  const { repository, runs } = change;
  const run = { GITHUB_REPOSITORY: `${repository.owner}/${repository.name}`, GITHUB_REPOSITORY_ID: String(repository.id) };
  const issuer = new FakeIssuer({ run: { ...run, GITHUB_RUN_ID: String(runs.gate.id) } });
  const service = await startFakeTokenService(issuer);
  try {
    const { environment } = service;
    const gated = await gateOnGitHub(change, { workspace, inputs: { 'signing-key': 'run' }, environment });
    expect([gated.exitCode, gated.stderr, gated.annotations]).toEqual([0, '', []]);
    expect(gated.summary).toContain('Signed by key and by the platform');
    const again = await gateOnGitHub(change, { workspace, inputs: { 'signing-key': 'run' }, environment });
    expect(again.exitCode).toBe(0);
  } finally {
    await service.close();
  }
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
