/** One figure, what it is measured against, and the bound that the project set itself. */
export interface Row {
  readonly what: string;
  readonly found: number;
  readonly bound: number;
  /** `most`: the figure must not exceed the bound; `least`: must reach it. */
  readonly sense: 'most' | 'least';
  readonly detail: string;
}

export function printTable(rows: readonly Row[]): void {
  const width = Math.max(...rows.map((row) => row.what.length));
  for (const { what, found, bound, sense, detail } of rows) {
    const held = sense === 'most' ? found <= bound : found >= bound;
    const figure = `${found.toFixed(2)} (${sense === 'most' ? '≤' : '≥'} ${bound})`;
    console.log(`${what.padEnd(width)}  ${figure.padEnd(16)} ${held ? 'held  ' : 'MISSED'}  ${detail}`);
  }
}

export const milliseconds = (seconds: number): string => `${(seconds * 1000).toFixed(1)} ms`;
