import type { Bundle } from './bundle.ts';

const MOST_BYTES_IN_DIST = 3_000_000;
const MOST_BYTES_BEFORE_THE_GATE_SPEAKS = 500_000;

export interface Size {
  readonly name: string;
  readonly found: number;
  /** Bytes at most. */
  readonly most: number;
}

/** Sizes are part of the contract: the runner downloads dist/ for every use, and a gate that loads slowly gets switched off. */
export function sizesOf(bundle: Bundle): Size[] {
  const total = [...bundle.files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const gate = staticallyLoadedBytes('policy-gate.js', bundle);
  return [
    { name: 'dist/ without the Rego compiler', found: total, most: MOST_BYTES_IN_DIST },
    { name: 'loaded by policy-gate at start', found: gate, most: MOST_BYTES_BEFORE_THE_GATE_SPEAKS },
  ];
}

export function checkBudget(bundle: Bundle): { lines: string[]; withinBudget: boolean } {
  const sizes = sizesOf(bundle);
  return {
    lines: sizes.map(
      ({ name, found, most }) => `${name}: ${kilobytes(found)} of at most ${kilobytes(most)}${found > most ? ': TOO LARGE' : ''}`,
    ),
    withinBudget: sizes.every(({ found, most }) => found <= most),
  };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

function staticallyLoadedBytes(name: string, { files, loads }: Bundle, seen = new Set<string>()): number {
  if (seen.has(name)) return 0;
  seen.add(name);
  const own = files.get(name)?.length ?? 0;
  return (loads.get(name) ?? []).reduce((sum, loaded) => sum + staticallyLoadedBytes(loaded, { files, loads }, seen), own);
}
