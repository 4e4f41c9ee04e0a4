import type { JsonCursor } from '../../documents/index.ts';

const KINDS = ['fail', 'pass', 'open', 'review', 'informational', 'notApplicable'] as const;
export type ResultKind = (typeof KINDS)[number];

/** SARIF 3.27.9: without a word it is a failure. */
export function kindOf(result: JsonCursor): ResultKind {
  const stated = result.text('kind') ?? 'fail';
  return KINDS.find((kind) => kind === stated) ?? result.fail('kind', `one of ${KINDS.join(', ')}`);
}
