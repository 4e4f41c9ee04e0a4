import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const IMPORT = /(?:from|import\()\s*'(\.[^']+)'/g;

/** Which folders of a package import which others, each by its first step below the sources. What lies beside the folders composes them. */
function folderImports(sources: string): Map<string, Set<string>> {
  const imports = new Map<string, Set<string>>();
  for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || /\.test(-support)?\.ts$|(^|\/)(test|fixtures)\//.test(file)) continue;
    for (const [, imported = ''] of readFileSync(path.join(sources, file), 'utf8').matchAll(IMPORT)) {
      const [from, to] = [file, path.join(path.dirname(file), imported)].map((each) => each.split('/'));
      if (from?.[0] === undefined || to?.[0] === undefined || from.length === 1 || to.length === 1 || from[0] === to[0]) continue;
      imports.set(from[0], (imports.get(from[0]) ?? new Set()).add(to[0]));
    }
  }
  return imports;
}

/** Every import between two folders from which other imports lead back. */
function importsInCycles(imports: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const reachedFrom = (start: string): Set<string> => {
    const reached = new Set([start]);
    for (const folder of reached) for (const next of imports.get(folder) ?? []) reached.add(next);
    return reached;
  };
  return [...imports].flatMap(([from, some]) =>
    [...some].filter((to) => reachedFrom(to).has(from)).map((to) => `${from} → ${to}`),
  );
}

describe('the folders of a package', () => {
  const all = ['packages', 'packages/stores', 'packages/signers', 'actions'].flatMap((folder) =>
    readdirSync(folder).flatMap((name) => [`${folder}/${name}/src`].filter((sources) => existsSync(sources))),
  );

  it.each(all)('%s import one another one way', (sources) => {
    expect(importsInCycles(folderImports(sources))).toEqual([]);
  });

  it('are seen to lead back where they do', () => {
    const imports = { gate: ['ledger'], ledger: ['seal', 'text'], seal: ['ledger'] };
    const found = importsInCycles(new Map(Object.entries(imports).map(([from, to]) => [from, new Set(to)])));
    expect(found).toEqual(['ledger → seal', 'seal → ledger']);
  });
});
