import { escapeHtml } from './escape-html.ts';

/** Text that is HTML already. Only `html` makes it, so everything else is escaped by construction. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Markup | string | number | null | readonly Part[];

/**
 * A template whose fixed pieces are HTML and whose parts are escaped, unless they are markup themselves. Lists are joined without
 * anything between, null is nothing.
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(pieces.reduce((text, piece, index) => text + written(parts[index - 1] ?? null) + piece));
}

function written(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escapeHtml(String(part));
}
