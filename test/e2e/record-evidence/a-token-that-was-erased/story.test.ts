import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TrustFile } from '@proofrail/core/ledger';
import {
  NODES,
  startFakeIssuer,
  startFakeTokenService,
  type FakeTokenService,
  type RunningFakeIssuer,
  type Runtime,
} from '@proofrail/testkit';
import { proofrail, type Ended } from '../../cli/proofrail.ts';
import { deploymentInputs } from '../../material/deployment.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

const ORIGIN = 'example.org/evidence';
const AUDIT = '700003';
const LEDGER = ['--ledger', 'file:./ledger'];

let issuer: RunningFakeIssuer;
let service: FakeTokenService;
beforeEach(async () => {
  issuer = await startFakeIssuer();
  service = await startFakeTokenService(issuer.issuer);
});
afterEach(async () => {
  await service.close();
  await issuer.close();
});

/** GitHub's name, and where the fake stands in for it on this machine. */
const asked = (): string => `${issuer.issuer.issuer} ${issuer.url}`;
const pem = (): string => String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const text = ({ out }: Ended): string => out.replaceAll(/\s+/g, ' ');

/** A job whose key is gone with it records a deployment: by that key, and by the platform's word. */
async function recorded(workspace: Workspace, node: Runtime) {
  const run = (...argv: string[]): Promise<Ended> => proofrail(argv, { cwd: workspace.folder, node });
  const inputs = { ...deploymentInputs(workspace), 'signing-key': '' };
  expect((await runStep(workspace, 'record-evidence', node, inputs, service.environment)).exitCode).toBe(0);
  for (const name of ['log', 'sealer']) await run('keys', 'new', '--out', `${name}.key`, '--trust', `${name}.trust.json`);
  const logKey = (await run('keys', 'show', 'log.key.pub', '--log', ORIGIN)).out.trim();
  const own = JSON.parse(readFileSync(workspace.path('sealer.trust.json'), 'utf8')) as TrustFile;
  const trust = {
    ...own,
    origin: ORIGIN,
    run_keys: [issuer.issuer.runRule],
    log_keys: [logKey],
    sealer: { stream: AUDIT, keys: own.record_keys.map((key) => key.key_id), issuers: [issuer.issuer.issuer] },
  };
  workspace.write('trust.json', JSON.stringify(trust));
  return { run, verify: (...more: string[]) => run('verify', ...LEDGER, '--trust', 'trust.json', ...more) };
}

const SEAL = ['seal', ...LEDGER, '--log-key', 'log.key', '--origin', ORIGIN];
const erase = (workspace: Workspace): void => rmSync(workspace.path('ledger.attachments'), { recursive: true });

describe.each(NODES)('a deployment recorded by a key of one run, on Node %s', (node) => {
  it('outlives its token: the sealer fetched the keys, saw the token verify, and said so beside the receipt', async () => {
    using workspace = new Workspace();
    const { run, verify } = await recorded(workspace, node);
    expect((await verify()).code).toBe(4); // no trust file knows a key of the issuer, and no seal does yet
    const sealed = await run(...SEAL, '--issuer', asked(), '--key', 'sealer.key', '--stream', AUDIT, '--json');
    expect([sealed.code, sealed.json()]).toMatchObject([
      0,
      { countersigned: 1, not_countersigned: [], issuers: [{ issuer: issuer.issuer.issuer, keys: 1, why: null }] },
    ]);
    const whole = await verify();
    expect([whole.code, text(whole)]).toEqual([0, expect.stringContaining('platform: verified, 1 record (repository 700001')]);
    erase(workspace);
    const erased = await verify();
    expect([erased.code, text(erased)]).toEqual([0, expect.stringContaining('platform: erased, countersigned, 1 record')]);
    const { streams } = (await verify('--json')).json<{ streams: { stream: string; platform: object }[] }>();
    expect(streams.find(({ stream }) => stream === '700001')?.platform).toMatchObject({ verified: 0, countersigned: 1 });
    const again = await run(...SEAL, '--issuer', asked(), '--key', 'sealer.key', '--stream', AUDIT);
    expect([again.code, text(again)]).toEqual([0, expect.stringContaining('receipts 0 countersigned')]);
  });

  it('does not outlive its token without that: the control', async () => {
    using workspace = new Workspace();
    const { run, verify } = await recorded(workspace, node);
    expect((await run(...SEAL)).code).toBe(0);
    erase(workspace);
    const erased = await verify();
    expect([erased.code, text(erased)]).toEqual([4, expect.stringContaining('platform: unverified, 1 record (token/erased)')]);
    const refused = async (...more: string[]) =>
      (await run(...SEAL, '--issuer', asked(), '--key', 'sealer.key', '--stream', AUDIT, ...more, '--json')).json<{
        not_countersigned: { why: string }[];
      }>().not_countersigned;
    const erasedOne = [{ stream: '700001', why: 'token/erased' }];
    expect(await refused()).toMatchObject(erasedOne); // nobody has ever looked: each receipt is new
    expect(await refused()).toEqual([]);
    expect(await refused('--all-receipts')).toMatchObject(erasedOne);
    expect((await verify()).code).toBe(4);
  });

  it('is countersigned on a schedule, into the stream of the repository that seals, and no key is printed', async () => {
    using workspace = new Workspace();
    const { verify } = await recorded(workspace, node);
    const keys = {
      'log-key': readFileSync(workspace.path('log.key'), 'utf8'),
      'signing-key': readFileSync(workspace.path('sealer.key'), 'utf8'),
    };
    const inputs = { kind: 'ledger.checkpoint', ledger: 'file:./ledger', origin: ORIGIN, issuer: asked(), ...keys };
    const sealed = await runStep(workspace, 'record-evidence', node, inputs, { GITHUB_REPOSITORY_ID: AUDIT });
    expect([sealed.exitCode, sealed.annotations]).toEqual([0, []]);
    expect(sealed.summary).toContain('- **receipts:** 1 countersigned');
    for (const key of Object.values(keys)) expect(`${sealed.log}${sealed.summary}`).not.toContain(key.split('\n')[1]);
    expect(readdirSync(workspace.path('ledger/v1/segments')).sort()).toEqual(['700001', AUDIT]);
    erase(workspace);
    const erased = await verify();
    expect([erased.code, text(erased)]).toEqual([0, expect.stringContaining('platform: erased, countersigned, 1 record')]);
  });

  it('is sealed all the same when the issuer is down, and nothing is countersigned', async () => {
    using workspace = new Workspace();
    const { run } = await recorded(workspace, node);
    const down = `${issuer.issuer.issuer} http://127.0.0.1:1`;
    const sealed = await run(...SEAL, '--issuer', down, '--key', 'sealer.key', '--stream', AUDIT, '--json');
    expect([sealed.code, sealed.json()]).toMatchObject([
      0,
      { n: 1, countersigned: 0, issuers: [{ keys: 0, why: 'issuer/unavailable' }] },
    ]);
  });

  it('is countersigned by no key of the log, and by none without an issuer to ask', async () => {
    using workspace = new Workspace();
    const { run } = await recorded(workspace, node);
    const codeOf = async (...more: string[]) =>
      (await run(...SEAL, ...more, '--json')).json<{ error?: { code: string } }>().error?.code;
    expect(await codeOf('--issuer', asked(), '--stream', AUDIT)).toBe('issuer/no-key');
    expect(await codeOf('--issuer', asked(), '--key', 'log.key', '--stream', AUDIT)).toBe('issuer/no-key');
    expect(await codeOf('--issuer', asked(), '--key', 'sealer.key')).toBe('issuer/no-stream');
    expect(await codeOf('--key', 'sealer.key')).toBe('issuer/none');
    expect(await codeOf('--all-receipts')).toBe('issuer/none');
    expect(await codeOf('--issuer', 'http://token.example', '--key', 'sealer.key', '--stream', AUDIT)).toBe('issuer/address');
    const inputs = { kind: 'ledger.checkpoint', ledger: 'file:./ledger', origin: ORIGIN, 'log-key': pem(), issuer: asked() };
    const keyless = await runStep(workspace, 'record-evidence', node, inputs);
    expect([keyless.exitCode, keyless.annotations[0]?.title]).toEqual([2, 'issuer/no-key']);
  });
});
