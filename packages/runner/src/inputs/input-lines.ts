import { asciiTrim } from './ascii-trim.ts';
import { inputFailure } from './input-failure.ts';
import type { ReadInput } from './read-input.ts';

const MOST_LINES = 1_000;

/**
 * One value a line, each once; blank lines do not count.
 *
 * @throws ConfigurationError `input/too-many`
 */
export function inputLines(read: ReadInput, name: string): readonly string[] {
  const lines = read(name)
    .split(/\r\n|\r|\n/)
    .map(asciiTrim);
  if (lines.length > MOST_LINES) throw inputFailure('input/too-many', name, `at most ${MOST_LINES} lines`, String(lines.length));
  return [...new Set(lines.filter((line) => line !== ''))];
}
