import type { JsonCursor } from '../../documents/index.ts';
import type { Rule } from './rule-index.ts';

/** The text of a message (3.11): its own, or its rule's with the arguments put in (3.11.5, 3.11.7). Null when it has none. */
export function messageText(message: JsonCursor | null, rule: Rule | null): string | null {
  if (message === null) return null;
  const own = message.text('text') ?? message.text('markdown');
  if (own !== null) return own;
  const id = message.text('id');
  const template = id === null ? null : (rule?.messageString(id) ?? null);
  return template === null ? null : fill(template, message.texts('arguments') ?? []);
}

function fill(template: string, args: readonly string[]): string {
  return template.replace(/\{\{|\}\}|\{(\d+)\}/g, (match, digits: string | undefined) =>
    digits === undefined ? match.charAt(0) : (args[Number(digits)] ?? match),
  );
}
