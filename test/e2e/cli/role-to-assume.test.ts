import { expect, it } from '@jest/globals';
import { DIGEST } from '../material/change.ts';
import { Workspace } from '../material/workspace.ts';
import { proofrail } from './proofrail.ts';

const BUCKET = 's3://evidence?region=eu-central-1&owner=123456789012';
const ROLE = 'arn:aws:iam::123456789012:role/proofrail/example-sealer';

/** The code with which a command line ends that goes no further than its role. */
async function refusal(command: readonly string[], ledger: string, ...role: readonly string[]): Promise<unknown> {
  using workspace = new Workspace();
  const argv = [...command, '--ledger', ledger, '--role-to-assume', ...role, '--json'];
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
  expect(await refusal(['verify'], ledger, ...role)).toEqual([2, code]);
});

it.each([
  ['seal', '--log-key', 'absent.key', '--origin', 'example.org/evidence'],
  ['prove', DIGEST, '--out', 'record.tlog-proof'],
  ['export', '--out', 'log'],
])('%s takes a role as verify does, and never goes on with the credentials of the environment instead', async (...command) => {
  expect(await refusal(command, BUCKET, ROLE)).toEqual([2, 'role/no-identity']);
  expect(await refusal(command, 'file:./ledger', ROLE)).toEqual([2, 'role/no-bucket']);
});
