import type { Configuration } from '@proofrail/core/controls';
import { exceptionState, type Exception } from '@proofrail/core/exceptions';
import { ConfigurationError } from '@proofrail/core/outcomes';

export interface Named {
  readonly id: string;
  /** Numeric id of the repository whose change is judged. */
  readonly repository: string;
  /** Epoch seconds. */
  readonly at: number;
}

/**
 * Breaking the glass needs a pane: the exception was merged before, by its own approvals, and is in force for this repository. Naming
 * one that is not would be a way to start a gate that looks as if somebody had allowed it something. What is wrong with one for another
 * reason `exceptions.validity` says.
 *
 * @throws ConfigurationError `exception/not-registered`, `exception/not-in-force`
 */
export function requireException(named: Named, configuration: Configuration): void {
  const found = configuration.exceptions.filter(({ id }) => id === named.id);
  const exception = found.find(({ scope }) => scope.repository === named.repository) ?? found[0];
  if (exception === undefined) throw notRegistered(named.id);
  const obstacle = obstacleOf(exception, named, configuration);
  if (obstacle !== null) throw notInForce(named.id, obstacle);
}

function obstacleOf(exception: Exception, { repository, at }: Named, { exceptions, rules }: Configuration): string | null {
  if (exception.scope.repository !== repository) return `one for repository ${exception.scope.repository}`;
  const notAsked = 'not asked';
  const { state } = exceptionState(exception, {
    at,
    rules,
    all: exceptions,
    findings: new Map(),
    paths: new Map(),
    contributors: notAsked,
    approvers: notAsked,
    used: notAsked,
  });
  if (state === 'expired') return `one that expired at ${timeOf(exception.expires)}`;
  return state === 'pending' ? `one that begins at ${timeOf(exception.not_before)}` : null;
}

const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

const notRegistered = (id: string): ConfigurationError =>
  new ConfigurationError('exception/not-registered', {
    expected: `an exception ${id} in .proofrail/exceptions/ on the protected branch`,
    found: 'none of that id that can be read',
    at: 'the input "exception" of the event',
    doThis: 'Merge the exception first, approved as the registry asks, and start the workflow again with its id.',
  });

const notInForce = (id: string, found: string): ConfigurationError =>
  new ConfigurationError('exception/not-in-force', {
    expected: `an exception ${id} that is in force now, for this repository`,
    found,
    at: 'the input "exception" of the event',
    doThis: 'Name one that is in force, or merge a new one first, approved as the registry asks.',
  });
