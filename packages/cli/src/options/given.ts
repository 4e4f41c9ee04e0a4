import { InvalidArgumentError } from 'commander';

/** A blank value is a mistake (an unset variable in a script), never the same as an option that was left out. */
export function given(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is blank.');
  if (value.startsWith('--')) throw new InvalidArgumentError('It is the next option: the value is missing.');
  if (value.includes('\0')) throw new InvalidArgumentError('It holds a NUL character.');
  return value;
}

/** The same for an option or argument that may be there several times. */
export function givenEach(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), given(value)];
}
