import { isPlainlyNoKey } from '@proofrail/core/text';
import { readInput } from '../inputs/read-input.ts';
import { maskSecret } from './mask-secret.ts';

/** Call it before anything else is said: a key that came as text, in whatever form, must not show up in an error about another input. */
export function maskSigningKey(input: string): void {
  const key = readInput(input);
  if (!isPlainlyNoKey(key)) maskSecret(key);
}
