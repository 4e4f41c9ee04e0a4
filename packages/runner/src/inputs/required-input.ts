import { inputFailure } from './input-failure.ts';
import type { ReadInput } from './read-input.ts';

/** @throws ConfigurationError `input/required`: an expression that came out empty counts as not given */
export function requiredInput(read: ReadInput, name: string): string {
  const value = read(name);
  if (value === '') throw inputFailure('input/required', name, 'a value', 'nothing, or blanks only');
  return value;
}
