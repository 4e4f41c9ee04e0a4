import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatTrustFile, type TrustedKey } from '@proofrail/core/ledger';
import { NODES, startFakeKms, type FakeKms } from '@proofrail/testkit';
import { proofrail } from '../../cli/proofrail.ts';
import { deploymentInputs } from '../../material/deployment.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

let kms: FakeKms;
beforeAll(async () => {
  kms = await startFakeKms();
});
afterAll(() => kms.close());

/** What aws-actions/configure-aws-credentials leaves in the environment of a job. */
const credentials = () => ({
  AWS_ACCESS_KEY_ID: kms.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: kms.credentials.secretAccessKey,
});
const uriOf = (arn: string): string => `awskms://${new URL(kms.url).host}/${arn}`;
const trusting = (key: TrustedKey): string =>
  formatTrustFile({
    version: 1,
    origin: 'test',
    streams: {},
    record_keys: [key],
    acknowledge: [],
    issuer_keys: [],
    run_keys: [],
  });

describe.each(NODES)('evidence signed by a key in KMS, on Node %s', (node) => {
  it('verifies without KMS, by the public half that "keys show" gives out for the trust file', async () => {
    using workspace = new Workspace();
    const key = uriOf(kms.createKey().arn);
    const run = await runStep(
      workspace,
      'record-evidence',
      node,
      { ...deploymentInputs(workspace), 'signing-key': key },
      credentials(),
    );
    expect([run.exitCode, run.annotations]).toEqual([0, []]);
    expect(ledgerRecords(workspace)[0]?.predicate).toMatchObject({ evidence: { signature_kind: 'ecdsa-p256-sha256' } });

    const shown = await proofrail(['keys', 'show', key, '--json'], { cwd: workspace.folder, env: credentials(), node });
    const { half, record_key: trusted } = shown.json<{ half: string; record_key: TrustedKey }>();
    expect(half).toBe('in-kms');
    workspace.write('trust.json', trusting({ ...trusted, valid_from: '2020-01-01T00:00:00.000Z' }));
    const verify = ['verify', '--ledger', 'file:./ledger', '--trust', 'trust.json', '--json'];
    const { code, json } = await proofrail(verify, { cwd: workspace.folder, node });
    expect([code, json()]).toEqual([0, expect.objectContaining({ outcome: 'allow' })]);
  });

  it('leaves nothing behind when KMS refuses, or answers with another key’s signature', async () => {
    using workspace = new Workspace();
    const key = kms.createKey();
    const inputs = { ...deploymentInputs(workspace), 'signing-key': uriOf(key.arn) };
    const ended = async (): Promise<unknown> => {
      const { exitCode, annotations } = await runStep(workspace, 'record-evidence', node, inputs, credentials());
      return [exitCode, annotations[0]?.title];
    };
    kms.fail(({ operation }) => (operation === 'Sign' ? 'signed-by-another-key' : null));
    expect(await ended()).toEqual([4, 'key/wrong-answer']);
    kms.fail(null);
    key.state = 'Disabled';
    expect(await ended()).toEqual([2, 'key/kms-unusable']);
    expect(ledgerRecords(workspace)).toEqual([]);
  });
});
