import { build, type Metafile, type Plugin } from 'esbuild';
import path from 'node:path';
import { sharing, type Starts } from './starts.ts';

/** What a split build gave: files of dist/ by name, and what esbuild says of them. */
export interface Chunks {
  readonly files: ReadonlyMap<string, string>;
  readonly outputs: Metafile['outputs'];
}

/** Chunks that become one file. */
interface Group {
  readonly file: string;
  readonly members: readonly string[];
}

/**
 * Splitting gives a chunk for each set of entry points that share it: 31 files before a gate's first line, and half a millisecond each
 * to find, to read and to link. What the same starts load lies in one file here, so that a start opens four or five.
 */
export async function mergeChunks({ files, outputs }: Chunks, starts: Starts): Promise<ReadonlyMap<string, string>> {
  const groups = groupsOf(outputs, starts);
  const groupOf = new Map(groups.flatMap((group) => group.members.map((member) => [member, group])));
  const exported = (name: string): readonly string[] => outputs[`dist/${name}`]?.exports ?? [];
  const rewritten = new Map(
    [...files].map(([name, text]) => [
      name,
      importFromGroups(text, (wanted) => outside(groupOf.get(wanted), groupOf.get(name), wanted)),
    ]),
  );
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(groups.map(({ file }) => [path.parse(file).name, `group:${file}`])),
    outdir: 'dist',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    legalComments: 'none',
    charset: 'ascii',
    plugins: [fromMemory(groups, rewritten, exported)],
    write: false,
    logLevel: 'warning',
  });
  const kept = [...rewritten].filter(([name]) => !groupOf.has(name));
  return new Map([...kept, ...outputFiles.map((file): [string, string] => [path.basename(file.path), file.text])]);
}

/** The chunks that the same starts load. Entry points keep their names: others load them by it. */
function groupsOf(outputs: Metafile['outputs'], starts: Starts): Group[] {
  const loadedBy = new Map<string, string[]>();
  for (const [start, sources] of Object.entries(starts)) {
    for (const output of closureOf(outputs, sources)) {
      if (outputs[output]?.entryPoint === undefined) loadedBy.set(output, [...(loadedBy.get(output) ?? []), start]);
    }
  }
  const members = new Map<string, string[]>();
  for (const [output, by] of [...loadedBy].sort()) {
    const file = fileOf(sharing(by, starts), starts);
    members.set(file, [...(members.get(file) ?? []), path.basename(output)]);
  }
  return [...members].map(([file, chunks]) => ({ file, members: chunks }));
}

const fileOf = (by: readonly string[], starts: Starts): string =>
  by.length === Object.keys(starts).length ? 'chunk-of-all.js' : `chunk-${by.join('-and-')}.js`;

function closureOf(outputs: Metafile['outputs'], sources: readonly string[]): Set<string> {
  const closure = new Set<string>();
  const add = (name: string): void => {
    if (closure.has(name) || outputs[name] === undefined) return;
    closure.add(name);
    for (const imported of outputs[name].imports) if (imported.kind === 'import-statement') add(imported.path);
  };
  for (const source of sources) {
    const name = Object.keys(outputs).find((output) => outputs[output]?.entryPoint === source);
    if (name === undefined) throw new Error(`${source} is neither an entry point of the build nor loaded lazily anywhere`);
    add(name);
  }
  return closure;
}

/** Another file of the same name would be loaded twice, and a class in it would be two classes: whoever wants a chunk gets its group. */
function outside(wanted: Group | undefined, own: Group | undefined, name: string): { file: string; prefix: string } | undefined {
  return wanted === undefined || wanted === own ? undefined : { file: wanted.file, prefix: prefixOf(wanted, name) };
}

/** Chunks name their exports `a`, `b`, … each for itself. */
const prefixOf = ({ members }: Group, name: string): string => `$${members.indexOf(name).toString(36)}`;

// The one form in which esbuild writes minified imports of other chunks.
const IMPORT = /\bimport(?:\{([^}]*)\}from)?"\.\/([\w-]+\.js)"/g;

function importFromGroups(text: string, where: (name: string) => { file: string; prefix: string } | undefined): string {
  return text.replaceAll(IMPORT, (whole, names: string | undefined, name: string) => {
    const found = where(name);
    if (found === undefined) return whole;
    if (names === undefined) return `import"./${found.file}"`;
    const renamed = names.split(',').map((each) => {
      const [inside = '', local = inside] = each.split(' as ');
      return `${found.prefix}${inside} as ${local}`;
    });
    return `import{${renamed.join(',')}}from"./${found.file}"`;
  });
}

function fromMemory(
  groups: readonly Group[],
  files: ReadonlyMap<string, string>,
  exported: (name: string) => readonly string[],
): Plugin {
  return {
    name: 'from-memory',
    setup({ onResolve, onLoad }) {
      const isMember = (name: string): boolean => groups.some(({ members }) => members.includes(name));
      onResolve({ filter: /^group:/ }, ({ path: wanted }) => ({ path: wanted.slice('group:'.length), namespace: 'group' }));
      onResolve({ filter: /^\.\/[\w-]+\.js$/ }, ({ path: wanted }) => {
        const name = path.basename(wanted);
        return isMember(name) ? { path: name, namespace: 'chunk' } : { path: wanted, external: true };
      });
      onLoad({ filter: /./, namespace: 'chunk' }, ({ path: name }) => ({ contents: files.get(name) ?? '' }));
      onLoad({ filter: /./, namespace: 'group' }, ({ path: file }) => {
        const group = groups.find((each) => each.file === file);
        const lines = group?.members.map((name) => {
          const names = exported(name).map((inside) => `${inside} as ${prefixOf(group, name)}${inside}`);
          return names.length === 0 ? `import './${name}';` : `export {${names.join()}} from './${name}';`;
        });
        return { contents: lines?.join('\n') ?? '' };
      });
    },
  };
}
