import type { InputDocument } from '@proofrail/core/context';
import { ALLOWED_INPUTS } from './allowed-inputs.ts';

export type Exception = InputDocument['exceptions']['items'][number];

/** The document with one more exception, sound and in force unless the edit says otherwise. */
export function excused(input: InputDocument, edit: Partial<Exception>): InputDocument {
  const [sample] = ALLOWED_INPUTS['pull_request']?.exceptions.items ?? [];
  if (sample === undefined) throw new Error('the allowed input has an exception');
  const exception: Exception = { ...sample, id: 'EX-2', scope: 'rule', ...edit };
  return { ...input, exceptions: { items: [...input.exceptions.items, exception], total: input.exceptions.total + 1 } };
}
