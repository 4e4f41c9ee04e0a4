import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Diagnostic, Rejected } from '@proofrail/rego';

/** The answer of the compiler, or its first complaint as an error with file, line and column. */
export function accepted<Answer extends { readonly kind: string }>(answer: Answer | Rejected): Answer {
  if (answer.kind !== 'rejected') return answer as Answer;
  const errors = (answer as Rejected).errors;
  throw new ConfigurationError('policies/rego', {
    expected: 'policies that OPA accepts',
    found: errors.map(complaint).join('\n'),
    at: errors[0] === undefined ? 'policies' : place(errors[0]),
    doThis: 'correct the policy',
  });
}

const place = ({ file, row, col }: Diagnostic) => `${file ?? 'policies'}:${row ?? 1}:${col ?? 1}`;
const complaint = (error: Diagnostic) =>
  [`${place(error)} ${error.code}: ${error.message}`, ...(error.details ?? [])].join(' | ');
