import type { Metafile } from 'esbuild';

const MOST_BYTES_IN_DIST = 3_000_000;
const MOST_BYTES_BEFORE_THE_GATE_SPEAKS = 500_000;

/** Sizes are part of the contract: the runner downloads dist/ for every use, and a gate that loads slowly gets switched off. */
export function checkBudget(
  files: ReadonlyMap<string, Uint8Array>,
  metafile: Metafile,
): { lines: string[]; withinBudget: boolean } {
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const gate = staticallyLoadedBytes('dist/policy-gate.js', metafile);
  const rows: [string, number, number][] = [
    ['dist/ without the Rego compiler', total, MOST_BYTES_IN_DIST],
    ['loaded by policy-gate at start', gate, MOST_BYTES_BEFORE_THE_GATE_SPEAKS],
  ];
  return {
    lines: rows.map(
      ([name, found, most]) => `${name}: ${kilobytes(found)} of at most ${kilobytes(most)}${found > most ? ': TOO LARGE' : ''}`,
    ),
    withinBudget: rows.every(([, found, most]) => found <= most),
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
