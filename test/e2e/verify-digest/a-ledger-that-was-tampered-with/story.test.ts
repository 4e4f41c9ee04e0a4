import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { release, verifyInputs } from '../../material/release.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('a ledger that was tampered with, on Node %s', (node) => {
  it('answers nothing once a single bit of a record is flipped', async () => {
    using workspace = new Workspace();
    await release(workspace, node);
    const folder = workspace.path('ledger/v1/records/700001');
    const [name = ''] = readdirSync(folder);
    const bytes = readFileSync(path.join(folder, name));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    chmodSync(path.join(folder, name), 0o644);
    writeFileSync(path.join(folder, name), bytes);
    const run = await runStep(workspace, 'verify-digest', node, verifyInputs(workspace));
    expect([run.exitCode, run.outputs]).toEqual([4, {}]);
    expect(run.summary).toContain('Tampered');
  });

  it('answers nothing to somebody who trusts another key', async () => {
    using workspace = new Workspace();
    await release(workspace, node);
    const stranger = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const run = await runStep(workspace, 'verify-digest', node, {
      ...verifyInputs(workspace),
      trust: workspace.trustFile(stranger),
    });
    expect([run.exitCode, run.outputs]).toEqual([4, {}]);
  });

  it('that is empty allows nothing', async () => {
    using workspace = new Workspace();
    const run = await runStep(workspace, 'verify-digest', node, verifyInputs(workspace));
    expect([run.exitCode, run.outputs['outcome']]).toEqual([1, 'deny']);
  });
});
