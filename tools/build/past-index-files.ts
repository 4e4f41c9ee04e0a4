import type { OnResolveResult, Plugin, PluginBuild } from 'esbuild';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const SOURCES = /[\\/](packages|actions|policies)[\\/][^:]*\.ts$/;
const IMPORT = /^import \{([^}]+)\} from '([^']+)';$/gm;
const EXPORT = /^export \{([^}]+)\} from '([^']+)';$/gm;

/** Name that an index file gives out → the file that has it, and its name there. */
type Names = ReadonlyMap<string, { readonly file: string; readonly inside: string }>;

/**
 * An index file lists names for readers. To a split build it is one thing: who takes one name from it loads all that it lists, so that a
 * gate would read the verifier before its first line. Imports go past it here, to the file that each name is from.
 */
export const pastIndexFiles: Plugin = {
  name: 'past-index-files',
  setup(build) {
    const indexes = new Map<string, Promise<Names>>();
    const namesIn = (index: string): Promise<Names> => {
      const known = indexes.get(index) ?? readNames(index);
      indexes.set(index, known);
      return known;
    };
    build.onLoad({ filter: SOURCES }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const rewritten = await replaceEach(text, IMPORT, async (whole, names, specifier) => {
        const index = await indexNamed(build, specifier, file);
        return index === null ? whole : importsOf(names, await namesIn(index), specifier);
      });
      return { contents: rewritten, loader: 'ts' };
    });
  },
};

async function indexNamed(build: PluginBuild, specifier: string, importer: string): Promise<string | null> {
  if (!specifier.startsWith('.') && !specifier.startsWith('@proofrail/')) return null;
  const { path: found }: OnResolveResult = await build.resolve(specifier, {
    kind: 'import-statement',
    importer,
    resolveDir: path.dirname(importer),
  });
  return found !== undefined && path.basename(found) === 'index.ts' ? found : null;
}

async function readNames(index: string): Promise<Names> {
  const names = new Map<string, { file: string; inside: string }>();
  for (const [, listed = '', specifier = ''] of (await readFile(index, 'utf8')).matchAll(EXPORT)) {
    const file = path.resolve(path.dirname(index), specifier);
    for (const { inside, outside } of values(listed)) names.set(outside, { file, inside });
  }
  return names;
}

/** A name that an index makes itself is still taken from there. */
function importsOf(listed: string, names: Names, specifier: string): string {
  const lines = values(listed).map(({ inside: wanted, outside: local }) => {
    const { file, inside } = names.get(wanted) ?? { file: specifier, inside: wanted };
    return `import { ${inside} as ${local} } from ${JSON.stringify(file)};`;
  });
  return lines.join(' ');
}

/** `a, type B, c as d` without its types. */
const values = (listed: string): { inside: string; outside: string }[] =>
  listed
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && !each.startsWith('type '))
    .map((each) => {
      const [inside = '', outside = inside] = each.split(' as ');
      return { inside, outside };
    });

async function replaceEach(
  text: string,
  pattern: RegExp,
  by: (whole: string, names: string, specifier: string) => Promise<string>,
): Promise<string> {
  let [rewritten, from] = ['', 0];
  for (const match of text.matchAll(pattern)) {
    const [whole, names = '', specifier = ''] = match;
    rewritten += text.slice(from, match.index) + (await by(whole, names, specifier));
    from = match.index + whole.length;
  }
  return rewritten + text.slice(from);
}
