import { describe, expect, it } from '@jest/globals';
import { DIGEST } from '../material/change.ts';
import { Workspace } from '../material/workspace.ts';
import { proofrail } from './proofrail.ts';

const BUCKET = 's3://evidence?region=eu-central-1&owner=123456789012';
const ROLE = 'arn:aws:iam::123456789012:role/proofrail/acme-sealer';

/** What takes a role, without its ledger. */
const COMMANDS: readonly (readonly string[])[] = [
  ['verify'],
  ['seal', '--log-key', 'absent.key', '--origin', 'example.org/evidence'],
  ['prove', DIGEST, '--out', 'record.tlog-proof'],
];

describe.each(COMMANDS.map((words) => [words[0], words] as const))('proofrail %s --role-to-assume', (_, words) => {
  it.each([
    ['file:./ledger', [ROLE], 'role/no-bucket'],
    [BUCKET, ['sealer'], 'role/not-an-arn'],
    [BUCKET, [ROLE, '--role-audience', 'sts.amazonaws.com'], 'role/not-a-private-audience'],
    [BUCKET, [ROLE.replace('aws:', 'aws-cn:')], 'role/partition'],
    [BUCKET, [ROLE], 'role/no-identity'], // outside of a job that may have tokens
  ])('at %s with %j ends in 2 before anybody is asked: %s', async (ledger, role, code) => {
    using workspace = new Workspace();
    const argv = [...words, '--ledger', ledger, '--role-to-assume', ...role, '--json'];
    const { json } = await proofrail(argv, { cwd: workspace.folder });
    expect(json()).toMatchObject({ exit_code: 2, error: { code } });
  });
});
