import { afterEach, describe, expect, it } from '@jest/globals';
import { formatTrustFile, type TrustFile } from '@proofrail/core/ledger';
import { FakeIssuer, NODES, startFakeTokenService, type FakeTokenService, type Runtime } from '@proofrail/testkit';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { proofrail } from '../../cli/proofrail.ts';
import { deploymentInputs } from '../../material/deployment.ts';
import { IMAGE } from '../../material/release.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

const issuer = new FakeIssuer({ subject: 'names-and-ids' });
let service: FakeTokenService | undefined;
afterEach(async () => {
  await service?.close();
  service = undefined;
});

/** What an auditor brings along: the issuer's key, and which runs may sign with a key of their own. */
const TRUST: TrustFile = {
  version: 1,
  origin: 'test',
  streams: {},
  record_keys: [],
  acknowledge: [],
  issuer_keys: [issuer.issuerKey],
  run_keys: [issuer.runRule],
};

async function record(workspace: Workspace, node: Runtime, inputs = {}, by: FakeIssuer | null = issuer) {
  service = by === null ? undefined : await startFakeTokenService(by);
  const all = { ...deploymentInputs(workspace), 'signing-key': '', ...inputs };
  return runStep(workspace, 'record-evidence', node, all, service?.environment ?? {});
}

async function verify(workspace: Workspace, trust: string, ...options: string[]) {
  const argv = ['verify', '--ledger', 'file:./ledger', '--trust', trust, ...options];
  const { code, out } = await proofrail(argv, { cwd: workspace.folder });
  return { code, text: out.replaceAll(/\s+/g, ' ') };
}

const ours = (workspace: Workspace): string => workspace.write('runs.json', formatTrustFile(TRUST));

describe.each(NODES)('a job that may ask the platform who it is, on Node %s', (node) => {
  it('needs no key: one made for the run signs, and verification names repository, workflow and run', async () => {
    using workspace = new Workspace();
    const run = await record(workspace, node);
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    expect(ledgerRecords(workspace)[0]?.predicate).toMatchObject({ evidence: { platform_receipt: 'oidc' } });
    const { code, text } = await verify(workspace, ours(workspace));
    expect(code).toBe(0);
    expect(text).toContain(
      'platform: verified, 1 record (repository 700001, acme/payments/.github/workflows/gate.yml@refs/heads/main, run 9000001, github-hosted)',
    );
    expect(service?.audiences).toHaveLength(1);
    expect(run.summary).toContain('- **signed:** by key and by the platform, which names this run');
  });

  it('shows no token, and writes no private key anywhere', async () => {
    using workspace = new Workspace();
    const run = await record(workspace, node);
    const [token = 'none'] = service?.tokens ?? [];
    expect(`${run.stdout}${run.stderr}${run.summary}`.split(token)).toHaveLength(2); // the one that masks it
    expect(run.stdout).toContain(`::add-mask::${token}`);
    expect(run.summary).not.toContain(token);
    const files = readdirSync(workspace.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = files.map(({ parentPath, name }) => readFileSync(`${parentPath}/${name}`, 'latin1'));
    expect(texts.filter((text) => text.includes('PRIVATE KEY'))).toEqual([]);
    expect(texts.filter((text) => text === token)).toHaveLength(1); // the attachment
  });

  it('with a lasting key goes on counting when the token is erased, and says so', async () => {
    using workspace = new Workspace();
    await record(workspace, node, { 'signing-key': workspace.signingKey, attachments: 'file:./tokens' });
    const trust = workspace.write(
      'both.json',
      formatTrustFile({
        ...(JSON.parse(readFileSync(workspace.path(workspace.trustFile()), 'utf8')) as TrustFile),
        issuer_keys: TRUST.issuer_keys,
      }),
    );
    expect(await verify(workspace, trust, '--attachments', 'file:./tokens')).toMatchObject({
      code: 0,
      text: expect.stringContaining('platform: verified, 1 record'),
    });
    rmSync(workspace.path('tokens'), { recursive: true });
    expect(await verify(workspace, trust, '--attachments', 'file:./tokens')).toMatchObject({
      code: 0,
      text: expect.stringContaining('platform: unverified, 1 record (token/erased)'),
    });
  });

  it('is not believed when it makes the token itself, with a key of its own', async () => {
    using workspace = new Workspace();
    const run = await record(workspace, node, {}, new FakeIssuer());
    expect(run.exitCode).toBe(0);
    const { code, text } = await verify(workspace, ours(workspace));
    expect([code, text.includes('platform: unverified, 1 record (token/signature)')]).toEqual([4, true]);
  });

  it('records nothing when the platform refuses the token', async () => {
    using workspace = new Workspace();
    service = await startFakeTokenService(issuer, { refuse: 403 });
    const run = await runStep(workspace, 'record-evidence', node, deploymentInputs(workspace), service.environment);
    expect([run.exitCode, run.annotations[0]?.title]).toEqual([3, 'platform/no-token']);
    expect(ledgerRecords(workspace)).toEqual([]);
  });
});

describe('the command line in such a job', () => {
  it('signs by a key of the run too, prints one document and no token, and makes no key that would outlive the run', async () => {
    using workspace = new Workspace();
    service = await startFakeTokenService(issuer);
    const how = ['--environment', 'production', '--status', 'success', '--stream', '700001'];
    const argv = ['record', 'deployment', '--image', IMAGE, '--ledger', 'file:./ledger', ...how, '--json'];
    const run = await proofrail(argv, { cwd: workspace.folder, env: service.environment });
    expect([run.code, run.json()]).toMatchObject([0, { recorded: { made_key: null } }]);
    const [token = 'none'] = service.tokens;
    expect(run.out + run.err).not.toContain(token);
    expect((await verify(workspace, ours(workspace))).text).toContain('platform: verified, 1 record');
  });
});

describe.each(NODES)('a job without id-token: write, on Node %s', (node) => {
  it('says in every record that no platform vouches for it', async () => {
    using workspace = new Workspace();
    const run = await record(workspace, node, { 'signing-key': workspace.signingKey }, null);
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    expect(ledgerRecords(workspace)[0]?.predicate).toMatchObject({ evidence: { platform_receipt: 'none' } });
    expect(run.summary).toContain('- **signed:** by key alone: the job has no id-token permission');
    const { code, text } = await verify(workspace, workspace.trustFile());
    expect([code, text.includes('platform: none, 1 record')]).toEqual([0, true]);
  });

  it('cannot sign with a key of its own run: nobody could ever say whose it was', async () => {
    using workspace = new Workspace();
    const run = await record(workspace, node, { 'signing-key': 'run' }, null);
    expect([run.exitCode, run.annotations[0]?.title]).toEqual([2, 'key/no-identity']);
    expect(ledgerRecords(workspace)).toEqual([]);
  });
});
