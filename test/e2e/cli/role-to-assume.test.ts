import { expect, it } from '@jest/globals';
import { Workspace } from '../material/workspace.ts';
import { proofrail } from './proofrail.ts';

const BUCKET = 's3://evidence?region=eu-central-1&owner=123456789012';
const ROLE = 'arn:aws:iam::123456789012:role/proofrail/example-sealer';

/** The code with which a command line ends that goes no further than its role. Each command: options.test.ts. */
async function refusal(ledger: string, ...role: readonly string[]): Promise<unknown> {
  using workspace = new Workspace();
  const argv = ['verify', '--ledger', ledger, '--role-to-assume', ...role, '--json'];
  const { exit_code: exitCode, error } = (await proofrail(argv, { cwd: workspace.folder })).json<{
    exit_code: number;
    error?: { code: string };
  }>();
  return [exitCode, error?.code];
}

it.each([
  ['file:./ledger', [ROLE], 'role/no-bucket'],
  [BUCKET, ['sealer'], 'role/not-an-arn'],
  [BUCKET, [ROLE, '--role-audience', 'sts.amazonaws.com'], 'role/not-a-private-audience'],
  [BUCKET, [ROLE.replace('aws:', 'aws-cn:')], 'role/partition'],
  [BUCKET, [ROLE], 'role/no-identity'], // outside of a job that may have tokens
])('a role that could only go wrong later is refused before anybody is asked: at %s %j, %s', async (ledger, role, code) => {
  expect(await refusal(ledger, ...role)).toEqual([2, code]);
});
