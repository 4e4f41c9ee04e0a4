import { escapeHtml } from './escape-html.ts';

/** Text that is HTML already. Only `html` makes it, so everything else is escaped by construction. */
export class Markup {
  readonly #chunks: readonly Chunk[];

  constructor(...chunks: readonly Chunk[]) {
    this.#chunks = chunks;
  }

  get text(): string {
    return [...this.pieces()].join('');
  }

  /** The text in order, of which what was deferred is made only now. */
  *pieces(): Iterable<string> {
    for (const chunk of this.#chunks) {
      if (typeof chunk === 'string') yield chunk;
      else for (const part of chunk.parts()) for (const written of chunksOf(part)) yield* new Markup(written).pieces();
    }
  }

  get chunks(): readonly Chunk[] {
    return this.#chunks;
  }
}

/** Parts that are written when their turn comes: a page of years is longer than a string may be. */
export class Deferred {
  readonly parts: () => Iterable<Part>;

  constructor(parts: () => Iterable<Part>) {
    this.parts = parts;
  }
}

type Chunk = string | Deferred;

export type Part = Markup | Deferred | string | number | null | readonly Part[];

/** Each in one piece as `write` writes it, when its turn comes. */
export const deferred = <Row>(rows: readonly Row[], write: (row: Row) => Markup): Deferred =>
  new Deferred(function* () {
    for (const row of rows) yield new Markup(write(row).text);
  });

/**
 * A template whose fixed pieces are HTML and whose parts are escaped, unless they are markup themselves. Lists are joined without
 * anything between, null is nothing.
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(...joined(pieces.flatMap((piece, index) => [...chunksOf(parts[index - 1] ?? null), piece])));
}

/** With one text between what is deferred. */
function joined(chunks: readonly Chunk[]): Chunk[] {
  const all: Chunk[] = [];
  for (const chunk of chunks) {
    const last = all.at(-1);
    if (typeof chunk === 'string' && typeof last === 'string') all[all.length - 1] = last + chunk;
    else all.push(chunk);
  }
  return all;
}

function chunksOf(part: Part): readonly Chunk[] {
  if (part === null) return [];
  if (part instanceof Markup) return part.chunks;
  if (part instanceof Deferred) return [part];
  if (typeof part === 'object') return part.flatMap(chunksOf);
  return [escapeHtml(String(part))];
}
