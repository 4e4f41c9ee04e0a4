import { ConfigurationError } from '@proofrail/core/outcomes';

/** An input that cannot be used. `found` never repeats the value of a secret. */
export const inputFailure = (code: `input/${string}`, name: string, expected: string, found: string): ConfigurationError =>
  new ConfigurationError(code, {
    expected,
    found,
    at: `with.${name}`,
    doThis: `set "${name}" under "with:" of this step; the action's README explains it`,
  });
