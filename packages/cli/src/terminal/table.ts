import { displayWidth } from './display-width.ts';

/** One cell: text that is already safe to show, and how it looks once it is padded (padding never takes part in the styling). */
export interface Cell {
  readonly text: string;
  readonly look?: (text: string) => string;
}

export interface TableOptions {
  /**
   * Width to keep within by wrapping at spaces: the last column first, the widest of the others where that is not enough. Absent: lines
   * are as long as they are.
   */
  readonly columns?: number;
  readonly indent?: number;
}

const GAP = '  ';
const LEAST_WRAPPED = 24;

/** Columns aligned by what a terminal really shows; no rules and no boxes, so that a copied row stays plain text. */
export function table(rows: readonly (readonly (Cell | string)[])[], options: TableOptions = {}): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)));
  const widths = widthsOf(cells, options);
  const margin = ' '.repeat(options.indent ?? 0);
  return cells.map((row) => margin + line(row, widths, margin)).join('\n');
}

function widthsOf(cells: readonly (readonly Cell[])[], { columns, indent = 0 }: TableOptions): number[] {
  const count = most(cells, (row) => row.length);
  const widest = Array.from({ length: count }, (_, index) => most(cells, (row) => displayWidth(row[index]?.text ?? '')));
  if (columns === undefined || count === 0) return widest;
  const others = widest.slice(0, -1);
  const room = columns - indent - others.length * GAP.length;
  if (sum(others) + LEAST_WRAPPED > room) {
    const words = others.map((_, index) => most(cells, (row) => longestWord(row[index]?.text ?? '')));
    shrink(others, words, sum(others) + LEAST_WRAPPED - room);
  }
  return [...others, Math.max(LEAST_WRAPPED, room - sum(others))];
}

/** Takes what is too much from the widest columns, and from none more than its longest word bears. */
function shrink(widths: number[], least: readonly number[], tooMuch: number): void {
  for (let left = tooMuch; left > 0; left--) {
    const spare = widths.map((width, index) => (width > (least[index] ?? 0) ? width : 0));
    const widest = spare.indexOf(Math.max(...spare));
    if ((spare[widest] ?? 0) === 0) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

/** Not `Math.max(...)`: a table may have more rows than a call takes arguments. */
const most = <Row>(rows: readonly Row[], measure: (row: Row) => number): number =>
  rows.reduce((found, row) => Math.max(found, measure(row)), 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const longestWord = (text: string): number => most(text.split(' '), displayWidth);

/** A row, as many lines high as its highest cell. The last cell of a row that is shorter than the others may stand over them. */
function line(row: readonly Cell[], widths: readonly number[], margin: string): string {
  const isShort = row.length < widths.length;
  const wrapped = row.map(({ text }, index) => {
    const width = widths[index] ?? Infinity;
    return displayWidth(text) <= width || (isShort && index === row.length - 1) ? [text] : wrap(text, width);
  });
  return Array.from({ length: most(wrapped, (lines) => lines.length) }, (_, height) =>
    row
      .map(({ look }, index) => {
        const text = wrapped[index]?.[height] ?? '';
        const padding = index === row.length - 1 ? 0 : Math.max(0, (widths[index] ?? 0) - displayWidth(text));
        return (look === undefined || text === '' ? text : look(text)) + ' '.repeat(padding);
      })
      .join(GAP)
      .trimEnd(),
  ).join(`\n${margin}`);
}

/** Breaks at spaces only: a digest or a path stays whole, so that it can be copied. */
export function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last) + 1 + displayWidth(word) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
