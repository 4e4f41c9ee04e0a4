import { inputFailure } from './input-failure.ts';
import type { ReadInput } from './read-input.ts';
import { requiredInput } from './required-input.ts';

/** @throws ConfigurationError `input/required`, `input/unknown-word`; case matters, so that `True` is nobody's `true` by accident */
export function oneOf<const Word extends string>(read: ReadInput, name: string, words: readonly Word[]): Word {
  const value = requiredInput(read, name);
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw inputFailure('input/unknown-word', name, words.join(' or '), value);
  return word;
}
