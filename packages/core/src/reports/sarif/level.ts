import type { JsonCursor } from '../../documents/index.ts';

const LEVELS = ['none', 'note', 'warning', 'error'] as const;
/** SARIF 3.27.10. */
export type Level = (typeof LEVELS)[number];

/** The level that an object states itself; null when it states none and inherits one. */
export function statedLevel(holder: JsonCursor | null): Level | null {
  const stated = holder?.text('level') ?? null;
  if (holder === null || stated === null) return null;
  return LEVELS.find((level) => level === stated) ?? holder.fail('level', `one of ${LEVELS.join(', ')}`);
}
