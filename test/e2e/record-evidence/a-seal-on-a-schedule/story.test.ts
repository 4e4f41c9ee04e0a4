import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLedger } from '@proofrail/core/verification';
import { openNote, parseNote, parseVerifierKey } from '@proofrail/core/tlog';
import { NODES, startFakeKms, type FakeKms, type Runtime } from '@proofrail/testkit';
import { FileStore } from '@proofrail/store-file';
import { proofrail } from '../../cli/proofrail.ts';
import { deploymentInputs } from '../../material/deployment.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

const PEM = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const LEDGER = { ledger: 'file:./ledger' };
const SEAL = { kind: 'ledger.checkpoint', ...LEDGER, 'log-key': PEM, origin: 'example.org/evidence' };

/** Of a signed note's signature, as its public key says it. */
const typeOf = (verifierKey: string): number | undefined => Buffer.from(verifierKey.split('+').slice(2).join('+'), 'base64')[0];

/** A new key file, and its public half as trust files name it. */
async function logKey(workspace: Workspace, file: string, node: Runtime): Promise<string> {
  const run = { cwd: workspace.folder, node };
  await proofrail(['keys', 'new', '--out', file, '--trust', `${file}.json`, '--origin', SEAL.origin], run);
  return (await proofrail(['keys', 'show', `${file}.pub`, '--log', SEAL.origin], run)).out.trim();
}

let kms: FakeKms;
beforeAll(async () => {
  kms = await startFakeKms();
});
afterAll(() => kms.close());

describe.each(NODES)('a seal on a schedule, on Node %s', (node) => {
  it('covers what others recorded, hands out its checkpoint, and prints the key nowhere', async () => {
    using workspace = new Workspace();
    expect((await runStep(workspace, 'record-evidence', node, deploymentInputs(workspace))).exitCode).toBe(0);
    const run = await runStep(workspace, 'record-evidence', node, SEAL);
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    const checkpoint = readFileSync(path.resolve(workspace.folder, String(run.outputs['checkpoint'])), 'utf8');
    expect(checkpoint).toMatch(
      /^example\.org\/evidence\n2\n[A-Za-z0-9+/]{43}=\n\n\u2014 example\.org\/evidence [A-Za-z0-9+/=]+\n$/,
    );
    expect(run.summary).toContain('checkpoint 1 of <code>example.org/evidence</code>: 1 new record, 2 entries in all');
    const store = await FileStore.open(path.join(workspace.folder, 'ledger'), { now: () => 0 });
    const { outcome, seal } = await verifyLedger(store);
    expect([outcome, seal]).toEqual(['allow', expect.objectContaining({ n: 1, records: 1, origin: 'example.org/evidence' })]);
    const line = String(PEM.split('\n')[1]);
    expect([run.masks, JSON.stringify([run.log, run.summary, run.outputs])]).toEqual([
      expect.arrayContaining([line]),
      expect.not.stringContaining(line),
    ]);
  });

  it('is made without a time authority that does not answer, and says so; an address without TLS is a mistake', async () => {
    using workspace = new Workspace();
    await runStep(workspace, 'record-evidence', node, deploymentInputs(workspace));
    const alone = await runStep(workspace, 'record-evidence', node, { ...SEAL, tsa: 'http://127.0.0.1:1/' });
    expect([alone.exitCode, alone.summary]).toEqual([0, expect.stringContaining('seal/no-timestamp (timestamp/unavailable)')]);
    for (const [name, value] of Object.entries({ tsa: 'http://time.example', witness: 'https://w.example' })) {
      const { exitCode, annotations } = await runStep(workspace, 'record-evidence', node, { ...SEAL, [name]: value });
      expect([exitCode, annotations[0]?.title]).toEqual([2, name === 'tsa' ? 'outside/address' : 'witness/key']);
    }
  });

  it('signs with a key that never leaves KMS, and takes its name for no secret', async () => {
    using workspace = new Workspace();
    await runStep(workspace, 'record-evidence', node, deploymentInputs(workspace));
    const { arn } = kms.createKey();
    const uri = `awskms://${new URL(kms.url).host}/${arn}`;
    const { accessKeyId, secretAccessKey } = kms.credentials;
    const credentials = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
    const run = await runStep(workspace, 'record-evidence', node, { ...SEAL, 'log-key': uri }, credentials);
    expect([run.exitCode, run.annotations, run.masks]).toEqual([0, [], []]);

    const show = ['keys', 'show', uri, '--log', 'example.org/evidence'];
    const shown = await proofrail(show, { cwd: workspace.folder, env: credentials, node });
    const key = parseVerifierKey(shown.out.trim());
    const note = parseNote(readFileSync(path.resolve(workspace.folder, String(run.outputs['checkpoint']))));
    if (key === null || note === null) throw new Error('no key, or no note');
    expect([openNote(note, [key]).kind, typeOf(shown.out)]).toEqual(['signed', 0x02]);
  });

  it('is not made of a ledger that nobody wrote to: a mistyped name would stay green for ever', async () => {
    using workspace = new Workspace();
    const { exitCode, annotations } = await runStep(workspace, 'record-evidence', node, SEAL);
    expect([exitCode, annotations[0]?.title]).toEqual([2, 'seal/nothing']);
    expect(existsSync(workspace.path('ledger'))).toBe(false);
  });

  it('is not made with another key than that of the newest seal, unless somebody names that one', async () => {
    using workspace = new Workspace();
    await runStep(workspace, 'record-evidence', node, deploymentInputs(workspace));
    const [next, third] = await Promise.all(['next.key', 'third.key'].map((file) => logKey(workspace, file, node)));
    const seal = (more: Record<string, string> = {}) => runStep(workspace, 'record-evidence', node, { ...SEAL, ...more });
    expect((await seal()).exitCode).toBe(0);
    const named = { 'log-key': 'next.key', 'new-log-key': String(next) };
    const [other, wrong, noKey] = [
      await seal({ 'log-key': 'next.key' }),
      await seal({ ...named, 'new-log-key': String(third) }),
      await seal({ ...named, 'new-log-key': 'next.key.pub' }),
    ];
    expect([other, wrong, noKey].map(({ exitCode, annotations }) => [exitCode, annotations[0]?.title])).toEqual([
      [2, 'seal/other-key'],
      [2, 'seal/other-key'],
      [2, 'seal/not-a-log-key'],
    ]);
    expect((await seal(named)).exitCode).toBe(0);
    expect((await seal({ 'log-key': 'next.key' })).exitCode).toBe(0); // it signed the newest one by now
    expect((await seal(named)).exitCode).toBe(0); // a line that stays lets in nobody else
    expect((await seal({ ...named, 'log-key': 'third.key' })).annotations[0]?.title).toBe('seal/other-key');
    expect((await seal()).annotations[0]?.title).toBe('seal/other-key');
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
