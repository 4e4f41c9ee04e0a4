import { execFile } from 'node:child_process';
import { UnavailableError } from '@proofrail/core/outcomes';

export interface GitRun {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

export interface GitSurroundings {
  /** Where it runs: never the repository under examination, whose folder could be on a careless PATH. */
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

// Set on every call, whatever a configuration says: nothing of these may start a program or reach a network.
const HARMLESS = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=',
  'core.attributesFile=/dev/null',
  'core.commitGraph=false', // a cache that could name other parents than the commits themselves
  'protocol.allow=never',
  'gc.auto=0',
  'maintenance.auto=false',
].flatMap((setting) => ['-c', setting]);

const NOBODY = { NAME: 'Proofrail', EMAIL: 'nobody@proofrail.invalid', DATE: '@0 +0000' };

/** Nothing is inherited but PATH: GIT_* variables of the caller could move the repository, its objects or its configuration. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none', // stands above `protocol.<name>.allow`, which a configuration could set
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
  HOME: '/nonexistent',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => Object.entries(NOBODY).map(([what, value]) => [`GIT_${who}_${what}`, value])),
  ),
};

const MOST_OUTPUT = 64 * 1_048_576;
const LONGEST_MILLISECONDS = 120_000;

/**
 * Runs git without a shell and without anybody's configuration. Any exit code is an answer; UnavailableError `git/absent`, `git/failed`
 * where there is none.
 */
export function runGit(argv: readonly string[], { cwd, env = {} }: GitSurroundings): Promise<GitRun> {
  const options = {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...ENVIRONMENT, ...env },
    encoding: 'buffer',
    maxBuffer: MOST_OUTPUT,
    timeout: LONGEST_MILLISECONDS,
    killSignal: 'SIGKILL',
  } as const;
  return new Promise((resolve, reject) => {
    execFile('git', ['--no-pager', '--no-replace-objects', ...HARMLESS, ...argv], options, (error, out, err) => {
      if (error === null) resolve({ code: 0, out, err: err.toString('utf8') });
      else if (typeof error.code === 'number') resolve({ code: error.code, out, err: err.toString('utf8') });
      else
        reject(
          error.code === 'ENOENT'
            ? absent()
            : failed(argv[0] ?? '', error.killed === true ? 'no end in time' : String(error.code)),
        );
    }).stdin?.end();
  });
}

const absent = (): UnavailableError =>
  new UnavailableError('git/absent', {
    expected: 'git 2.38 or newer on the PATH',
    found: 'no program called git',
    at: 'PATH',
    doThis: 'install git; merges are computed by git itself',
  });

export const failed = (command: string, found: string): UnavailableError =>
  new UnavailableError('git/failed', {
    expected: `an answer of git ${command}`,
    found: found.trim().slice(0, 500) || 'nothing',
    at: `git ${command}`,
    doThis: 'run "git fsck --full" in the repository; a shallow or partial clone lacks what is needed, so fetch it whole',
  });
