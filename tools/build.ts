// One split ES module build of every action and the CLI (design §2). `--check` compares with what is committed and writes nothing.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkBudget } from './build/budget.ts';
import { bundle } from './build/bundle.ts';
import { entryPoints } from './build/entry-points.ts';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const checking = process.argv.includes('--check');

/** Everything in dist/ that this build owns; subfolders (the Rego compiler) have builds of their own. */
async function committedFiles(): Promise<string[]> {
  const entries = await readdir(dist, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

async function differences(built: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const committed = await committedFiles();
  const names = [...new Set([...committed, ...built.keys()])].sort();
  const differs = async (name: string): Promise<boolean> => {
    const bytes = built.get(name);
    return bytes === undefined || !committed.includes(name) || !Buffer.from(bytes).equals(await readFile(path.join(dist, name)));
  };
  const answers = await Promise.all(names.map(differs));
  return names.filter((_, index) => answers[index]);
}

async function replace(built: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(dist, { recursive: true });
  for (const name of await committedFiles()) await rm(path.join(dist, name));
  for (const [name, bytes] of built) await writeFile(path.join(dist, name), bytes);
}

const built = await bundle(root, await entryPoints(root));
const { files } = built;
const report = checkBudget(built);
console.log(report.lines.join('\n'));
if (checking) {
  const changed = await differences(files);
  if (changed.length > 0) {
    console.error(`dist/ is not what the sources build; differing: ${changed.join(', ')}. Run "npm run build" and commit dist/.`);
    process.exit(1);
  }
  console.log(`dist/ is byte for byte what the sources build (${files.size} files)`);
} else {
  await replace(files);
}
if (!report.withinBudget) process.exit(1);
