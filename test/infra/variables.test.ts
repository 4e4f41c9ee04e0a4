import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { INFRA, textOf } from './hcl-files.ts';

const terraform = spawnSync('terraform', ['version']).status === 0;
if (!terraform) console.warn('skipped: what the variables refuse, because there is no terraform here');

const [, example = ''] = /```hcl\n([^]*?)```/.exec(textOf('README.md')) ?? [];
const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-variables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What Terraform says against the example of the page with this changed in it; the empty string: nothing. Variables alone need no provider. */
function said(...changes: readonly (readonly [from: string, to: string])[]): string {
  copyFileSync(path.join(INFRA, 'variables.tf'), path.join(folder, 'variables.tf'));
  const changed = changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the example has no ${from}`);
    return text.replace(from, to);
  }, example);
  writeFileSync(path.join(folder, 'proofrail.tfvars'), changed);
  const words = ['plan', '-input=false', '-no-color', '-var-file=proofrail.tfvars'];
  const { status, stderr } = spawnSync('terraform', words, { cwd: folder, encoding: 'utf8' });
  return status === 0 ? '' : stderr.replaceAll(/[│\s]+/g, ' ');
}

(terraform ? describe : describe.skip)('what Terraform refuses before it makes anything', () => {
  it('is nothing of the example of the page', () => {
    expect(said()).toBe('');
  });

  it.each<[string, [string, string][], RegExp]>([
    [
      'one account for evidence and for the log of what was done to it',
      [['210987654321', '123456789012']],
      /Another account than account_id/,
    ],
    [
      'two roles of one name, so that a pull request would write as the protected branch',
      [['payments = {', 'payments-pr = {']],
      /end in -pr/,
    ],
    ['a name that no role can have', [['payments = {', '"Acme Payments" = {']], /Lower-case letters, digits and hyphens/],
    ['an environment that would be a pattern or a variable of the policy', [['"production"', '"prod*"']], /environment is exact/],
    ['a role for deployments that no workflow could take', [['deployment_workflows = ["acme/payments/.github/workflows/deploy.yml@refs/heads/main"]', 'deployment_workflows = []']], /nobody could read/], // prettier-ignore
    ['a sealer that no workflow could be', [['sealer_workflows   = ["acme/audit/.github/workflows/seal.yml@refs/heads/main"]', 'sealer_workflows   = []']], /nobody could seal/], // prettier-ignore
    ['a role of people that nobody may take', [['eraser         = ["arn:aws:iam::123456789012:user/edsger"]', 'eraser         = []']], /somebody for each/], // prettier-ignore
  ])('%s', (_, changes, reason) => {
    expect(said(...changes)).toMatch(reason);
  });
});

it('asks for a provider that makes an issuer without a thumbprint of it (optional since 5.81)', () => {
  const [, major = '', minor = ''] = />= (\d+)\.(\d+)/.exec(textOf('versions.tf').split('source')[1] ?? '') ?? [];
  expect(Number(major) * 1000 + Number(minor)).toBeGreaterThanOrEqual(5081);
});
