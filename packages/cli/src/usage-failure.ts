import type { CommanderError } from 'commander';
import { ConfigurationError } from '@proofrail/core/outcomes';

/** A command line that cannot be understood, as every other failure: one code, and the command that shows how it is written. */
export function usageFailure(error: CommanderError, command: string): ConfigurationError {
  const [problem, suggestion] = error.message.replace(/^error: /, '').split('\n');
  return new ConfigurationError(`cli/${kebab(error.code.replace('commander.', ''))}`, {
    expected: `what "${command} --help" describes`,
    found: problem ?? error.message,
    at: 'the command line',
    doThis: suggestion?.replace(/[()]/g, '') ?? `run "${command} --help"`,
  });
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
