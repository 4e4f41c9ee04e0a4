import { inputFailure } from './input-failure.ts';
import { inputLines } from './input-lines.ts';
import type { ReadInput } from './read-input.ts';

/**
 * Hosts, one a line.
 *
 * @throws ConfigurationError `input/not-a-host`: a scheme, a port or a pattern would look as if it meant something
 */
export function hostLines(read: ReadInput, name: string): readonly string[] {
  const lines = inputLines(read, name);
  const wrong = lines.find((line) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(line));
  if (wrong === undefined) return lines;
  throw inputFailure('input/not-a-host', name, 'a host such as github.example.com, without scheme or port', wrong);
}
