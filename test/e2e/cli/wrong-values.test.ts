import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAKE_TOKEN, RealRepository } from '@proofrail/testkit';
import type { TrustFile } from '@proofrail/core/ledger';
import { declareProgram } from '../../../packages/cli/src/declare-program.ts';
import { PLAIN } from '../../../packages/cli/src/terminal/style.ts';
import type { Workspace } from '../material/workspace.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail, tree } from './proofrail.ts';
import { COMMAND_LINES, commandLineWith, wrongFor } from './tries/wrong-values.ts';

// A value that an option cannot mean, for every option of every command: one error that points at it, exit 2, and nothing written. That
// empty and blank ones are refused is a law over the declarations (packages/cli/src/program.test.ts).

type Command = ReturnType<typeof declareProgram>;
const commandsOf = (parent: Command, before: readonly string[] = []): [name: string, command: Command][] =>
  parent.commands.flatMap((command): [string, Command][] => {
    const here = [...before, command.name()];
    return command.commands.length > 0 ? commandsOf(command as Command, here) : [[here.join(' '), command as Command]];
  });
const sheet = { style: PLAIN, write: () => undefined };
const COMMANDS = commandsOf(declareProgram(() => Promise.resolve(), sheet, sheet));
const OPTIONS = COMMANDS.flatMap(([command, { options }]) =>
  options
    .filter(({ required }) => required)
    .map(({ long }) => ({ command, option: long ?? '', wrong: wrongFor(command, long ?? '') })),
);
const TRIED = OPTIONS.flatMap(({ command, option, wrong }) =>
  wrong === undefined || typeof wrong === 'string' ? [] : [[command, option, ...wrong] as const],
);

it('knows a command line of every command, and a wrong value of every option, or that there is none', () => {
  expect(COMMANDS.map(([command]) => command).filter((command) => COMMAND_LINES[command] === undefined)).toEqual([]);
  expect(OPTIONS.filter(({ wrong }) => wrong === undefined)).toEqual([]);
  expect(TRIED.length).toBeGreaterThan(150);
});

describe('a wrong value', () => {
  let workspace: Workspace;
  let repository: RealRepository;
  beforeAll(async () => {
    workspace = laidOut();
    const { folder } = workspace;
    repository = new RealRepository();
    repository.commit({ 'a.txt': 'a\n' });
    symlinkSync(repository.folder, workspace.path('clone'));
    workspace.write('public-keys.json', publicKeys());
    workspace.write('rego/a_test.rego', 'package a_test\n\ntest_p if 1 == 1\n');
    workspace.write('rego/a.rego', 'package a\n');
    for (const file of ['controls.yaml', 'roles.yaml'])
      workspace.write(
        `longer/${file}`,
        readFileSync(path.join('examples/payments/.proofrail', file), 'utf8').replace(
          '{retention_years: 7}',
          '{retention_years: 7, kinds: {sbom: 10}}',
        ),
      );
    const read = { schema: 'proofrail.pull-requests/v1', read_at: new Date().toISOString() };
    workspace.write('pulls.json', JSON.stringify({ ...read, repository: { id: '700001' }, commits: [] }));
    await proofrail(gate('file:./ledger'), { cwd: folder });
    await proofrail(['keys', 'new', '--out', 'log.key'], { cwd: folder });
    const log = await proofrail(['keys', 'show', 'log.key', '--log', 'example.org/evidence'], { cwd: folder });
    const trust = JSON.parse(readFileSync(path.join(folder, 'ledger.trust.json'), 'utf8')) as TrustFile;
    workspace.write('accepting.json', JSON.stringify({ ...trust, acknowledge: trust.record_keys.map(({ key_id: id }) => id) }));
    workspace.write('sealed.json', JSON.stringify({ ...trust, origin: 'example.org/evidence', log_keys: [log.out.trim()] }));
  });
  afterAll(() => {
    workspace[Symbol.dispose]();
    repository[Symbol.dispose]();
  });

  it.each(TRIED)('%s %s %j: %s', async (command, option, value, code) => {
    const before = tree(workspace.folder);
    const env = { GH_TOKEN: FAKE_TOKEN, AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' };
    const run = await proofrail(commandLineWith(command, option, value), { cwd: workspace.folder, env });
    const { error } = run.json<{ error?: Record<'code' | 'at' | 'found' | 'expected' | 'do_this', string> }>();
    expect([run.code, error?.code]).toEqual([2, code]);
    expect([error?.at, pointsAt(option, value).some((place) => error?.at.includes(place))]).toEqual([error?.at, true]);
    for (const said of [error?.expected, error?.found, error?.do_this]) expect(said).not.toBe('');
    // A gate that cannot judge is a denial, and goes on record.
    if (command !== 'gate') expect(tree(workspace.folder)).toEqual(before);
  });
});

const pointsAt = (option: string, value: string): string[] =>
  [option.slice(2), value, path.dirname(value), 'command line'].filter((place) => place !== '.');

/** What "aws cloudtrail list-public-keys" prints. */
function publicKeys(): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const Value = publicKey.export({ type: 'pkcs1', format: 'der' }).toString('base64');
  const [ValidityStartTime, ValidityEndTime] = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'];
  return JSON.stringify({ PublicKeyList: [{ Value, Fingerprint: '0'.repeat(32), ValidityStartTime, ValidityEndTime }] });
}
