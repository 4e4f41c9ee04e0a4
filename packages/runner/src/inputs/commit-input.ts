import { inputFailure } from './input-failure.ts';
import type { ReadInput } from './read-input.ts';
import { requiredInput } from './required-input.ts';

/** @throws ConfigurationError `input/required`, `input/not-a-commit`: an abbreviation or a branch names no commit for ever */
export function commitInput(read: ReadInput, name: string): string {
  const value = requiredInput(read, name);
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(value)) return value;
  throw inputFailure('input/not-a-commit', name, 'a full commit id in lower case, such as ${{ github.sha }}', value);
}
