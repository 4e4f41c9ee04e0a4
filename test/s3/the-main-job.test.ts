import { beforeAll, expect, it } from '@jest/globals';
import { merge, RUNTIME, type ActionRun } from '@proofrail/testkit';
import { makeBucket } from '../../packages/stores/s3/src/index.ts';
import { bucketWithoutLock } from '../../packages/stores/s3/test/bucket-without-lock.ts';
import { proofrail } from '../e2e/cli/proofrail.ts';
import { gateOnGitHub, GITHUB_COM, jobEnvironment, onPush } from '../e2e/material/gate-on-github.ts';
import { archiveInputs, IMAGE } from '../e2e/material/release.ts';
import { deploymentInputs } from '../e2e/material/deployment.ts';
import { runStep } from '../e2e/material/run-step.ts';
import { Workspace } from '../e2e/material/workspace.ts';
import { soundChange } from '../github/sound-change.ts';
import { describeSeaweedFs } from './describe-seaweedfs.ts';

const LEDGER = 's3://evidence/ledger?region=us-east-1';
const OTHER_IMAGE = `registry.example/payments@sha256:${'5'.repeat(64)}`;

const told = ({ exitCode, stderr, outputs }: ActionRun) => [exitCode, stderr, outputs['outcome']];

describeSeaweedFs('the four actions, with facts that are read, over a bucket of SeaweedFS', (server) => {
  const places = { ledger: LEDGER, attachments: '', identities: '' };

  beforeAll(async () => {
    await makeBucket(LEDGER, 1, { endpoint: { url: server().url, pathStyle: true }, credentials: server().credentials });
    places.attachments = await bucketWithoutLock(server(), 'attachments');
    places.identities = await bucketWithoutLock(server(), 'identities');
  });

  it('gate what was merged, archive its SBOM, let its image through and no other, and record the deployment; who is erased then changes nothing of it', async () => {
    const { url, credentials } = server();
    const keys = { AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey };
    const change = soundChange();
    const before = change.repository.branches.get('main') ?? '';
    const commit = merge(change, change.security);
    using workspace = new Workspace();
    const bucket = { ...places, 's3-endpoint': url };

    const event = onPush(change, before, commit);
    const gated = await gateOnGitHub(change, { event, workspace, inputs: bucket, environment: keys });
    expect(told(gated)).toEqual([0, '', 'allow']);
    expect(gated.summary).toContain('stream <code>778812345</code>');

    const environment = { ...jobEnvironment(change, GITHUB_COM, workspace, event), GITHUB_REF: 'refs/heads/main', ...keys };
    const without = { ledger: LEDGER, attachments: places.attachments, 's3-endpoint': url };
    const step = (action: string, inputs: Readonly<Record<string, string>>): Promise<ActionRun> =>
      runStep(workspace, action, RUNTIME, { ...inputs, ...without }, environment);
    const archived = await step('archive-sbom', { ...archiveInputs(workspace), commit });
    expect(told(archived).slice(0, 2)).toEqual([0, '']);
    const trust = workspace.trustFile();
    const verify = (references: string): Promise<ActionRun> =>
      step('verify-digest', { references, trust, 'repository-id': '778812345' });
    expect(told(await verify(IMAGE))).toEqual([0, '', 'allow']);
    expect(told(await verify(OTHER_IMAGE))).toEqual([1, '', 'deny']);
    const recorded = await step('record-evidence', { ...deploymentInputs(workspace), commit });
    expect(told(recorded).slice(0, 2)).toEqual([0, '']);

    const command = (...words: string[]) =>
      proofrail([...words, '--s3-endpoint', url, '--s3-path-style', '--json'], { cwd: workspace.folder, env: keys });
    const verified = async () => {
      const words = ['--ledger', LEDGER, '--trust', trust, '--attachments', places.attachments];
      const { code, json } = await command('verify', ...words);
      return [code, json()] as const;
    };
    const complete = await verified();
    expect(complete).toMatchObject([0, { assurance: 'locked', findings: [], streams: [{ stream: '778812345' }] }]);
    const erase = ['person', 'erase', `github:${change.security.id}`, '--identities', places.identities, '--yes'];
    expect([(await command(...erase)).code, (await command(...erase)).code]).toEqual([0, 1]); // the second time nobody is known
    expect(await verified()).toEqual(complete);
  }, 120_000);
});
