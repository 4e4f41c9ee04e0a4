import { describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import type { Session } from './session.ts';
import { givenEach } from './options/given.ts';
import { declareProgram } from './declare-program.ts';
import { runProgram } from './program.ts';
import type { Sheet } from './sheet.ts';
import { PLAIN, styleFor } from './terminal/style.ts';

const session: Session = {
  clock: { now: () => 0 },
  logger: { info: () => undefined, warning: () => undefined, progress: () => undefined },
  env: {},
};

async function run(...argv: string[]) {
  const written = { out: '', err: '' };
  const sheet = (name: 'out' | 'err'): Sheet => ({ style: PLAIN, write: (text) => void (written[name] += text) });
  const code = await runProgram(argv, session, sheet('out'), sheet('err'));
  return { code, ...written };
}

describe('the command line', () => {
  it.each([
    [['nonsense'], 'cli/unknown-command'],
    [['findings'], 'cli/missing-argument'],
    [['findings', 'a', '--nonsense'], 'cli/unknown-option'],
    [['gate', '--fact', 'f.json', '--ledger', 'none'], 'cli/unknown-option'],
    [['findings', ''], 'cli/invalid-argument'],
    [['verify'], 'cli/missing-mandatory-option-value'],
    [['verify', '--ledger'], 'cli/option-missing-argument'],
    [['verify', '--ledger', '  '], 'cli/invalid-argument'],
    [['controls', 'extra'], 'cli/excess-arguments'],
  ])('refuses %j by one code, on stderr, and with --json as one document on stdout', async (argv, code) => {
    const people = await run(...argv);
    expect([people.code, people.out]).toEqual([2, '']);
    expect(people.err).toMatch(new RegExp(`^error ${code}\n  expected .*\n  found .*\n  where .*\n  do this .*\n$`));
    const machines = await run(...argv.slice(0, 1), '--json', ...argv.slice(1));
    expect([machines.code, machines.err]).toEqual([2, '']);
    expect(JSON.parse(machines.out)).toMatchObject({ outcome: 'invalid', exit_code: 2, error: { code } });
  });

  it.each([[], ['image'], ['policy'], ['keys']])(
    'did nothing when no command was named, and does not end in 0: %j',
    async (...argv) => {
      const { code, out, err } = await run(...argv);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^Usage: /);
      expect(JSON.parse((await run(...argv, '--json')).out)).toMatchObject({ exit_code: 2 });
    },
  );

  it('says which option was meant, not that the one that was meant is missing', async () => {
    expect((await run('gate', '--fact', 'f.json', '--ledger', 'none')).err).toContain('do this   Did you mean --facts?');
  });

  it('does not take a --json behind -- for its own', async () => {
    expect((await run('findings', '--', '--json')).out).toBe('');
  });

  it.each([['--help'], ['help'], ['findings', '--help'], ['help', 'verify'], ['--version']])(
    'helps and ends in 0: %j',
    async (...argv) => {
      const { code, out, err } = await run(...argv);
      expect([code, err]).toEqual([0, '']);
      expect(out).not.toBe('');
    },
  );

  it.each(['verify', 'report', 'acknowledge'])(
    'says of %s --days what docs/verifying.md says: the bucket decides where nobody asks, never the decisions in it',
    async (command) => {
      const words = (await run(command, '--help')).out.replaceAll(/\s+/g, ' ');
      expect(words).toContain('as the registry of --config asks, else as the bucket locks by itself; never less than that');
      expect(words).not.toMatch(/decisions ask|2555\)/);
    },
  );

  it('shows every command with an example that is written as the command wants it', async () => {
    const { out } = await run('--help');
    const names = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
    expect(names.length).toBeGreaterThan(6);
    const pages = await Promise.all(names.map((name) => run(name, '--help')));
    for (const page of pages) expect(page.code).toBe(0);
  });
});

const SILENT: Sheet = { style: PLAIN, write: () => undefined };
const everyCommand = (parent: Command, path: readonly string[] = []): [readonly string[], Command][] =>
  parent.commands.flatMap((command): [readonly string[], Command][] => {
    const here = [...path, command.name()];
    return command.commands.length > 0 ? everyCommand(command, here) : [[here, command]];
  });
const COMMANDS = everyCommand(declareProgram(() => Promise.resolve(), SILENT, SILENT));
const VALUED = COMMANDS.flatMap(([path, command]) =>
  command.options.filter((option) => option.required).map((option) => [[...path], option.long ?? ''] as const),
);

describe('every option of every command that takes a value', () => {
  it('is on a list long enough to be the real one', () => expect(VALUED.length).toBeGreaterThan(30));

  it.each(VALUED)(
    '%j %s: refused when empty, blank, without its value, and with the next option for its value',
    async (path, option) => {
      for (const value of [[''], ['  '], ['\t'], [], ['--json']]) {
        const { code, out, err } = await run(...path, option, ...value);
        const text = out + err;
        expect([code, /cli\/(invalid-argument|option-missing-argument)/.test(text)]).toEqual([2, true]);
      }
    },
  );
});

const VALUES = ['a'.repeat(40), '1', '2026-01-01', '123456789012', 'acme/gate'];
const aValueOf = ({ argChoices = [], parseArg }: Command['options'][number]): string =>
  [...argChoices, ...VALUES].find((value) => {
    try {
      return parseArg === undefined || parseArg(value, undefined) !== undefined;
    } catch {
      return false;
    }
  }) ?? 'no value is taken';

describe('every option of every command, given twice', () => {
  const lists = (option: Command['options'][number]): boolean => option.variadic || option.parseArg === givenEach;
  const of = (wanted: boolean) =>
    COMMANDS.flatMap(([path, command]) =>
      command.options
        .filter((option) => option.required && lists(option) === wanted)
        .map((option) => [[...path], option.long ?? '', aValueOf(option)] as const),
    );

  it.each(of(false))('%j %s: refused, because the last one would win in silence', async (path, option, value) => {
    for (const words of [
      [option, value, option, value],
      [`${option}=${value}`, option, value],
    ]) {
      const { code, out } = await run(...path, ...words, '--json');
      expect([code, JSON.parse(out)]).toMatchObject([2, { error: { code: 'cli/repeated-option' } }]);
    }
  });

  it.each(of(true))('%j %s: taken, because it says that it may be', async (path, option, value) => {
    const { err } = await run(...path, option, value, option, value);
    expect(err).not.toContain('cli/repeated-option');
    const { options } = COMMANDS.find(([one]) => one.join(' ') === path.join(' '))?.[1] ?? { options: [] };
    const { description, flags } = options.find(({ long }) => long === option) ?? { description: '', flags: '' };
    expect(`${flags} ${description}`).toMatch(/\.\.\.>|several times|may be repeated/);
  });

  it('refuses what help calls single, and nothing else: both kinds are there', () =>
    expect([of(false).length > 100, of(true).length > 10]).toEqual([true, true]));
});

describe('every command that opens a ledger', () => {
  const opening = COMMANDS.map(([path, { options }]) => [path.join(' '), options.map(({ long }) => long)] as const).filter(
    ([, options]) => options.includes('--ledger'),
  );
  const REACH = ['--s3-endpoint', '--s3-path-style', '--role-to-assume', '--role-audience'];

  it('is on a list long enough to be the real one', () => expect(opening.length).toBeGreaterThan(15));

  it.each(opening)('%s reaches it in every way in which another one does', (_, options) =>
    expect(options).toEqual(expect.arrayContaining(REACH)),
  );

  const OF_THE_LOG_ALONE = ['prove', 'export'];
  const vouched = opening.filter(
    ([path, options]) => !OF_THE_LOG_ALONE.includes(path) && (options.includes('--trust') || options.includes('--key')),
  );
  it.each(vouched)("%s signs or checks signatures of records, so it is told where the platform's tokens lie", (_, options) =>
    expect(options).toContain('--attachments'),
  );
});

describe('verify passes over nothing that it is asked to look at', () => {
  const OF_LEDGERS = [
    ...[
      ['--attachments', 'file:./a'],
      ['--receipt', 'r'],
      ['--stream', '1'],
      ['--days', '1'],
      ['--config', 'c'],
    ],
    ...[['--since', '1'], ['--sealed-within', '1'], ['--accept-acknowledged']],
    ...[['--s3-endpoint', 'http://127.0.0.1:1'], ['--s3-path-style'], ['--role-to-assume', 'r'], ['--role-audience', 'a']],
  ];
  it.each([
    ...OF_LEDGERS.map((option) => ['--proof', 'p', ...option]),
    ...OF_LEDGERS.map((option) => ['--log', 'l', ...option]),
    ['--ledger', 'file:./l', '--log-key', 'k'],
    ['--ledger', 'file:./l', '--trust', 't', '--stream', '1', '--sealed-within', '1'],
  ])('%s %s %s', async (...argv) => {
    const { code, err } = await run('verify', ...argv);
    expect([code, err]).toEqual([2, expect.stringContaining('cli/conflicting-option')]);
  });

  it.each([['--sealed-within', '1'], ['--accept-acknowledged']])('%s, where nobody says whose word counts', async (...argv) => {
    const { code, err } = await run('verify', '--ledger', 'file:./l', ...argv);
    expect([code, err]).toEqual([2, expect.stringContaining('cli/missing-mandatory-option-value')]);
  });
});

describe('what would drive nothing is an error', () => {
  const IMAGE = `ghcr.io/acme/web@sha256:${'d'.repeat(64)}`;
  it.each([
    // Whoever names a trust file believes that a ledger was asked.
    ...[['--trust', 't'], ['--attachments', 'file:./a'], ['--accept-given'], ['--s3-endpoint', 'http://127.0.0.1:1']].map(
      (option) => ['image', 'verify', IMAGE, ...option],
    ),
    ['image', 'verify', IMAGE, '--ledger', 'file:./l', '--s3-path-style'],
    ['verify', '--ledger', 'file:./l', '--s3-path-style'],
    ['verify', '--ledger', 'file:./l', '--role-audience', 'a'],
  ])('%s %s %s %s %s %s', async (...argv) => {
    const { code, err } = await run(...argv.filter((word) => typeof word === 'string'));
    expect([code, err]).toEqual([2, expect.stringContaining('cli/missing-mandatory-option-value')]);
  });
});

describe('every argument of every command', () => {
  const taking = COMMANDS.filter(([, command]) => command.registeredArguments.length > 0).map(([path]) => path);
  it.each(taking)('%s %s: refused when omitted, empty and blank', async (...path) => {
    const words = path.filter((word) => typeof word === 'string');
    for (const value of [[], [''], ['  ']]) expect((await run(...words, ...value)).code).toBe(2);
  });
});

describe('help', () => {
  it.each(COMMANDS.map(([path]) => [path.join(' ')]))(
    'of "%s" has an example that this very command line takes',
    async (path) => {
      const { out } = await run(...path.split(' '), '--help');
      expect(out).toContain(`$ proofrail ${path}`);
    },
  );
});

describe('colour', () => {
  it.each([
    [{ isTTY: true, env: {} }, true],
    [{ isTTY: false, env: {} }, false],
    [{ isTTY: true, env: { NO_COLOR: '1' } }, false],
    [{ isTTY: true, env: { NO_COLOR: '' } }, true],
    [{ isTTY: true, env: { TERM: 'dumb' } }, false],
  ])('is only for a terminal that wants it: %j', (surroundings, coloured) => {
    expect(styleFor(surroundings).bad('x') !== 'x').toBe(coloured);
  });
});
