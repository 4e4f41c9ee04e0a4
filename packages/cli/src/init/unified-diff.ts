export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added' | 'place';
  readonly text: string;
}

const CONTEXT = 3;

/** What turns one text into another, as `diff -u` shows it, without its two lines of file names. Empty for equal texts. */
export function unifiedDiff(before: string | null, after: string): DiffLine[] {
  const lines = edits(linesOf(before ?? ''), linesOf(after));
  const shown = lines.map((_, index) => lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(isChange));
  let [oldLine, newLine] = [1, 1];
  return lines.flatMap((line, index) => {
    const starts = shown[index] === true && shown[index - 1] !== true;
    const hunk = starts ? [placeOf(lines, shown, index, oldLine, newLine)] : [];
    if (line.kind !== 'added') oldLine += 1;
    if (line.kind !== 'removed') newLine += 1;
    return shown[index] === true ? [...hunk, line] : [];
  });
}

const isChange = ({ kind }: DiffLine): boolean => kind !== 'same';

function placeOf(
  lines: readonly DiffLine[],
  shown: readonly boolean[],
  start: number,
  oldLine: number,
  newLine: number,
): DiffLine {
  const end = shown.findIndex((each, index) => index > start && !each);
  const hunk = lines.slice(start, end < 0 ? undefined : end);
  const span = (line: number, left: DiffLine['kind']): string => {
    const count = hunk.filter(({ kind }) => kind !== left).length;
    return `${count === 0 ? line - 1 : line},${count}`;
  };
  return { kind: 'place', text: `@@ -${span(oldLine, 'added')} +${span(newLine, 'removed')} @@` };
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** By the longest common subsequence: quadratic, which files of a few hundred lines do not notice. */
function edits(before: readonly string[], after: readonly string[]): DiffLine[] {
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const lines: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    if (row < before.length && before[row] === after[column]) {
      lines.push({ kind: 'same', text: before[row] ?? '' });
      [row, column] = [row + 1, column + 1];
    } else if (row < before.length && (column >= after.length || at(row + 1, column) >= at(row, column + 1)))
      lines.push({ kind: 'removed', text: before[row++] ?? '' });
    else lines.push({ kind: 'added', text: after[column++] ?? '' });
  }
  return lines;
}
