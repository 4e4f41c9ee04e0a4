import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { verifyLedger } from '@proofrail/core/ledger';
import { NODES } from '@proofrail/testkit';
import { FileStore } from '@proofrail/store-file';
import { deploymentInputs } from '../../material/deployment.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

const PEM = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const LEDGER = { ledger: 'file:./ledger' };
const SEAL = { kind: 'ledger.checkpoint', ...LEDGER, 'log-key': PEM, origin: 'example.org/evidence' };

describe.each(NODES)('a seal on a schedule, on Node %i', (node) => {
  it('covers what others recorded, hands out its checkpoint, and prints the key nowhere', async () => {
    using workspace = new Workspace();
    expect((await runStep(workspace, 'record-evidence', node, deploymentInputs(workspace))).exitCode).toBe(0);
    const run = await runStep(workspace, 'record-evidence', node, SEAL);
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    const checkpoint = readFileSync(path.resolve(workspace.folder, String(run.outputs['checkpoint'])), 'utf8');
    expect(checkpoint).toMatch(
      /^example\.org\/evidence\n2\n[A-Za-z0-9+/]{43}=\n\n\u2014 example\.org\/evidence [A-Za-z0-9+/=]+\n$/,
    );
    expect(run.summary).toContain('1 more, 2 entries in all');
    const store = await FileStore.open(path.join(workspace.folder, 'ledger'), { now: () => 0 });
    const { outcome, seal } = await verifyLedger(store);
    expect([outcome, seal]).toEqual(['allow', expect.objectContaining({ n: 1, records: 1, origin: 'example.org/evidence' })]);
    const line = String(PEM.split('\n')[1]);
    expect([run.masks, JSON.stringify([run.log, run.summary, run.outputs])]).toEqual([
      expect.arrayContaining([line]),
      expect.not.stringContaining(line),
    ]);
  });

  it('wants a name at its first time, and no key that writes evidence', async () => {
    using workspace = new Workspace();
    const nameless = await runStep(workspace, 'record-evidence', node, { ...SEAL, origin: '' });
    const writer = await runStep(workspace, 'record-evidence', node, { ...SEAL, 'signing-key': workspace.signingKey });
    expect([nameless, writer].map(({ exitCode, annotations }) => [exitCode, annotations[0]?.title])).toEqual([
      [2, 'seal/origin'],
      [2, 'input/not-for-this-kind'],
    ]);
  });
});
