import type { Metafile } from 'esbuild';

const MOST_BYTES_IN_DIST = 3_000_000;
const MOST_BYTES_BEFORE_THE_GATE_SPEAKS = 500_000;

export interface Size {
  readonly name: string;
  readonly found: number;
  /** Bytes at most. */
  readonly most: number;
}

/** Sizes are part of the contract: the runner downloads dist/ for every use, and a gate that loads slowly gets switched off. */
export function sizesOf(files: ReadonlyMap<string, Uint8Array>, metafile: Metafile): Size[] {
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const gate = staticallyLoadedBytes('dist/policy-gate.js', metafile);
  return [
    { name: 'dist/ without the Rego compiler', found: total, most: MOST_BYTES_IN_DIST },
    { name: 'loaded by policy-gate at start', found: gate, most: MOST_BYTES_BEFORE_THE_GATE_SPEAKS },
  ];
}

export function checkBudget(
  files: ReadonlyMap<string, Uint8Array>,
  metafile: Metafile,
): { lines: string[]; withinBudget: boolean } {
  const sizes = sizesOf(files, metafile);
  return {
    lines: sizes.map(
      ({ name, found, most }) => `${name}: ${kilobytes(found)} of at most ${kilobytes(most)}${found > most ? ': TOO LARGE' : ''}`,
    ),
    withinBudget: sizes.every(({ found, most }) => found <= most),
  };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

function staticallyLoadedBytes(entry: string, metafile: Metafile, seen = new Set<string>()): number {
  const output = metafile.outputs[entry];
  if (output === undefined || seen.has(entry)) return 0;
  seen.add(entry);
  const imports = output.imports.filter((imported) => imported.kind === 'import-statement' && imported.external !== true);
  return imports.reduce((sum, imported) => sum + staticallyLoadedBytes(imported.path, metafile, seen), output.bytes);
}
