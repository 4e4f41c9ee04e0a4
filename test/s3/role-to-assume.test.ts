import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import {
  minioRole,
  startFakeIssuer,
  startFakeTokenService,
  type ActionRun,
  type FakeTokenService,
  type RunningFakeIssuer,
  RUNTIME,
} from '@proofrail/testkit';
import { makeBucket, S3Store } from '../../packages/stores/s3/src/index.ts';
import { bucketWithoutLock } from '../../packages/stores/s3/test/bucket-without-lock.ts';
import { RUN_ENVIRONMENT } from '../../packages/testkit/src/runner/run-environment.ts';
import { proofrail } from '../e2e/cli/proofrail.ts';
import { deploymentInputs } from '../e2e/material/deployment.ts';
import { runStep } from '../e2e/material/run-step.ts';
import { Workspace } from '../e2e/material/workspace.ts';
import { describeMinio } from './describe-minio.ts';

const AUDIENCE = 'proofrail:ledger';
const REGION = '?region=us-east-1';

let fake: RunningFakeIssuer;
const identity = async () => {
  fake = await startFakeIssuer();
  return { keysAt: fake.url, audience: AUDIENCE };
};

describeMinio(
  'a job that has no credentials, and a role of MinIO that opens to tokens of its issuer',
  (server) => {
    let platform: FakeTokenService;
    let attachments: string;
    let ledgers = 0;
    const options = () => ({ endpoint: { url: server().url, pathStyle: true }, credentials: server().credentials });

    beforeAll(async () => {
      await makeBucket(`s3://evidence${REGION}`, 1, options());
      attachments = await bucketWithoutLock(server(), 'attachments');
    });
    beforeEach(async () => {
      await platform?.close();
      platform = await startFakeTokenService(fake.issuer);
      ledgers += 1;
    });
    afterAll(async () => {
      await platform?.close();
      await fake?.close();
    });

    const ledger = (): string => `s3://evidence/${ledgers}${REGION}`;
    const record = (workspace: Workspace, more: Readonly<Record<string, string>> = {}, env = platform.environment) => {
      const inputs = {
        ...deploymentInputs(workspace),
        ledger: ledger(),
        attachments,
        'signing-key': '',
        'role-to-assume': minioRole(AUDIENCE),
        's3-endpoint': server().url,
        ...more,
      };
      return runStep(workspace, 'record-evidence', RUNTIME, inputs, env);
    };
    const keys = async (): Promise<string[]> => {
      const found: string[] = [];
      for await (const { key } of (await S3Store.open(ledger(), options())).listVersions('')) found.push(key);
      return found;
    };
    const said = (run: ActionRun): string => run.annotations.map(({ title, message }) => `${title} ${message}`).join('\n');

    it('records evidence in a bucket that locks it, with a token for the ledger alone', async () => {
      using workspace = new Workspace();
      const run = await record(workspace);
      expect([run.exitCode, run.stderr, said(run)]).toEqual([0, '', '']);
      expect((await keys()).map((key) => key.split('/')[1])).toEqual(expect.arrayContaining(['records', 'segments']));
      const [first, ...others] = platform.audiences;
      expect(first).toBe(AUDIENCE); // once, for both buckets and for every call
      expect(others.map((audience) => audience.split(':').slice(0, 2))).toEqual([['proofrail', 'v1']]);
    });

    it('verifies that evidence with the command line, which assumes the role in the same way', async () => {
      using workspace = new Workspace();
      await record(workspace);
      const words = ['verify', '--ledger', ledger(), '--s3-endpoint', server().url, '--s3-path-style', '--json'];
      const verified = (...more: string[]) =>
        proofrail([...words, ...more], { cwd: workspace.folder, env: { ...RUN_ENVIRONMENT, ...platform.environment } });
      const { code, json } = await verified('--role-to-assume', minioRole(AUDIENCE), '--attachments', attachments);
      expect([code, json()['assurance'], platform.audiences.at(-1)]).toEqual([0, 'locked', AUDIENCE]);
      expect((await verified()).code).toBe(3); // nobody's credentials
    });

    it('leaves nothing of it to the steps that follow: not in the log, the environment, the outputs or a file', async () => {
      using workspace = new Workspace();
      const run = await record(workspace);
      const secrets = run.masks.filter((mask) => mask.length > 15);
      expect([run.exitCode, secrets.length]).toEqual([0, 5]); // two tokens, three parts of the credentials
      const shown = run.stdout
        .split('\n')
        .filter((line) => !line.startsWith('::add-mask::'))
        .join('\n');
      const left = [shown, run.stderr, run.summary, JSON.stringify([run.exported, run.outputs]), ...filesUnder(workspace)];
      expect(secrets.flatMap((secret) => left.filter((text) => text.includes(secret)))).toEqual([]);
    });

    it('gets no role with a token for somebody else, learns which claims the trust must accept, and shows no token', async () => {
      using workspace = new Workspace();
      const run = await record(workspace, { 'role-audience': 'somebody-else' });
      expect([run.exitCode, await keys()]).toEqual([3, []]);
      expect(said(run)).toContain('role/denied');
      for (const part of ['aud "somebody-else"', 'sub "repo:acme/payments:ref:refs/heads/main"', 'repository_id "700001"'])
        expect(said(run)).toContain(part);
      expect(platform.tokens.filter((token) => said(run).includes(token) || run.summary.includes(token))).toEqual([]);
    });

    it('gets none by the signature of another issuer', async () => {
      const stranger = await startFakeIssuer();
      await platform.close();
      platform = await startFakeTokenService(stranger.issuer);
      using workspace = new Workspace();
      const run = await record(workspace);
      await stranger.close();
      expect([run.exitCode, said(run).includes('role/denied'), await keys()]).toEqual([3, true, []]);
    });

    it('is told which line its workflow lacks where it may not ask for tokens', async () => {
      using workspace = new Workspace();
      const run = await record(workspace, { 'signing-key': workspace.signingKey }, {});
      expect([run.exitCode, await keys()]).toEqual([2, []]);
      expect(said(run)).toMatch(/role\/no-identity.*add "id-token: write" under "permissions:"/s);
    });
  },
  identity,
);

function filesUnder({ folder, temporary }: Workspace): string[] {
  return [folder, temporary]
    .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(`${parentPath}/${name}`, 'latin1'));
}
