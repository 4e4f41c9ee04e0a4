import { Command, type Option, type ParseOptionsResult } from 'commander';
import { nearest } from '@proofrail/core/documents';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { givenEach } from './options/given.ts';

/**
 * A command that takes each option with one value once, and none that it does not know. Commander lets the last one win without a word:
 * of two trust files, or two ledgers, one would be believed that nobody reads in the log of a job.
 */
export class CarefulCommand extends Command {
  override createCommand(name?: string): CarefulCommand {
    return new CarefulCommand(name);
  }

  override addOption(option: Option): this {
    if (takesOneValue(option)) {
      let isGiven = false;
      this.on(`option:${option.name()}`, (value: string) => {
        if (isGiven) throw repeated(option, value);
        isGiven = true;
      });
    }
    return super.addOption(option);
  }

  /** Commander looks for what is missing first: of a required option whose name is mistyped it would say that it was not given. */
  override parseOptions(argv: string[]): ParseOptionsResult {
    const parsed = super.parseOptions(argv);
    const [unknown] = parsed.unknown;
    const asksForHelp = parsed.unknown.some((word) => word === '-h' || word === '--help');
    if (unknown !== undefined && !asksForHelp && this.commands.length === 0) this.#refuse(unknown);
    return parsed;
  }

  #refuse(unknown: string): never {
    const meant = nearest(
      unknown,
      this.options.map(({ long }) => long ?? ''),
    );
    this.error(`unknown option '${unknown}'${meant === null ? '' : `\n(Did you mean ${meant}?)`}`, {
      code: 'commander.unknownOption',
    });
  }
}

/** A switch says the same twice, and a list grows. */
const takesOneValue = ({ required, optional, variadic, parseArg }: Option): boolean =>
  (required || optional) && !variadic && parseArg !== givenEach;

const repeated = (option: Option, value: string): ConfigurationError =>
  new ConfigurationError('cli/repeated-option', {
    expected: `${option.flags} once`,
    found: `it again, with ${JSON.stringify(value)}`,
    at: 'the command line',
    doThis: 'keep the one that is meant: neither may win unseen',
  });
