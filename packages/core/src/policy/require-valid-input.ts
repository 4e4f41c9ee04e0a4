import * as v from 'valibot';
import { inputDocument } from '../context/index.ts';
import { engineFailure } from './engine-failure.ts';

/** No rule is asked about a document that is not one (policy.md 4.4). Throws EngineError `policy/invalid-input`. */
export function requireValidInput(input: unknown): void {
  const parsed = v.safeParse(inputDocument, input, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw engineFailure(
      'invalid-input',
      issue.expected ?? issue.message,
      `${issue.received} at ${v.getDotPath(issue) ?? 'its root'}`,
    );
  }
}
