import type { Configuration } from '@proofrail/core/controls';
import { ConfigurationError } from '@proofrail/core/outcomes';

/**
 * Breaking the glass needs a pane: the exception was merged before, by its own approvals. Naming one that is not there would be a way to
 * start a gate that looks as if somebody had allowed it something.
 *
 * @throws ConfigurationError `exception/not-registered`
 */
export function requireException(id: string, { exceptions }: Configuration): void {
  if (exceptions.some((exception) => exception.id === id)) return;
  throw new ConfigurationError('exception/not-registered', {
    expected: `an exception ${id} in .proofrail/exceptions/ on the protected branch`,
    found: 'none of that id that can be read',
    at: 'the input "exception" of the event',
    doThis: 'Merge the exception first, approved as the registry asks, and start the workflow again with its id.',
  });
}
