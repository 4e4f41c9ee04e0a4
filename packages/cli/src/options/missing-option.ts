import { ConfigurationError } from '@proofrail/core/outcomes';

/** What a command line lacks beside what it says: an option that drives nothing would let somebody believe that it did. */
export const missingOption = (expected: string, found: string, doThis: string): ConfigurationError =>
  new ConfigurationError('cli/missing-mandatory-option-value', { expected, found, at: 'the command line', doThis });
