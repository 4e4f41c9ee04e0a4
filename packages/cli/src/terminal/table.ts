import { displayWidth } from './display-width.ts';

/** One cell: text that is already safe to show, and how it looks once it is padded (padding never takes part in the styling). */
export interface Cell {
  readonly text: string;
  readonly look?: (text: string) => string;
}

export interface TableOptions {
  /** Width to keep within by wrapping the last column at spaces. Absent: lines are as long as they are. */
  readonly columns?: number;
  readonly indent?: number;
}

const GAP = '  ';
const LEAST_WRAPPED = 24;

/** Columns aligned by what a terminal really shows; no rules and no boxes, so that a copied row stays plain text. */
export function table(rows: readonly (readonly (Cell | string)[])[], options: TableOptions = {}): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)));
  const count = most(cells, (row) => row.length);
  const widths = Array.from({ length: count }, (_, index) => most(cells, (row) => displayWidth(row[index]?.text ?? '')));
  const margin = ' '.repeat(options.indent ?? 0);
  const before = margin.length + widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0);
  const room = options.columns === undefined ? Infinity : Math.max(LEAST_WRAPPED, options.columns - before);
  return cells.map((row) => margin + line(row, widths, room, before)).join('\n');
}

/** Not `Math.max(...)`: a table may have more rows than a call takes arguments. */
const most = <Row>(rows: readonly Row[], measure: (row: Row) => number): number =>
  rows.reduce((found, row) => Math.max(found, measure(row)), 0);

function line(row: readonly Cell[], widths: readonly number[], room: number, before: number): string {
  return row
    .map((cell, index) => {
      const look = cell.look ?? ((text: string) => text);
      if (index < row.length - 1) return look(cell.text) + ' '.repeat((widths[index] ?? 0) - displayWidth(cell.text));
      if (row.length < widths.length) return look(cell.text);
      return wrap(cell.text, room)
        .map(look)
        .join(`\n${' '.repeat(before)}`);
    })
    .join(GAP)
    .trimEnd();
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
