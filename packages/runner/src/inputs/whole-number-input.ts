import { inputFailure } from './input-failure.ts';
import { requiredInput } from './required-input.ts';
import type { ReadInput } from './read-input.ts';

/** @throws ConfigurationError `input/required`, `input/not-a-number` */
export function wholeNumberInput(read: ReadInput, name: string, { most }: { readonly most: number }): number {
  const value = requiredInput(read, name);
  if (/^(0|[1-9][0-9]{0,8})$/.test(value) && Number(value) <= most) return Number(value);
  throw inputFailure('input/not-a-number', name, `a whole number from 0 to ${most}`, value);
}
