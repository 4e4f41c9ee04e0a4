import type { Command } from 'commander';
import { productVersion } from '@proofrail/machine';
import { CarefulCommand } from './careful-command.ts';
import { requireApartFromInputs } from './require-apart-from-inputs.ts';
import type { Sheet } from './sheet.ts';

/** The command line without a single command. */
export function bareProgram(out: Sheet, err: Sheet): Command {
  return new CarefulCommand('proofrail')
    .description('Gate changes by ISO 27001 and SOC 2 controls, and keep evidence that nobody can alter.')
    .version(productVersion, '-V, --version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: (text) => err.write(text), outputError: () => undefined })
    .hook('preAction', (_, command) => requireApartFromInputs(command))
    .addHelpText('after', EXITS);
}

const EXITS = `
Exit codes:
  0  allowed, verified      1  denied, failed      2  input or configuration cannot be used
  3  infrastructure did not answer      4  evidence was tampered with`;
