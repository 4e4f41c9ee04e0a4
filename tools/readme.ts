// Fills the tables of every action's README from its action.yml, and holds every YAML example in a README to what the actions take.
// `--check` writes nothing and fails where a table or an example is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readActionMetadata } from '../packages/testkit/src/runner/action-metadata.ts';
import { exampleProblems } from './readme/example-problems.ts';
import { fillTables } from './readme/fill-tables.ts';

const root = path.resolve(import.meta.dirname, '..');
const checking = process.argv.includes('--check');
const actions = readdirSync(path.join(root, 'actions')).filter((name) =>
  existsSync(path.join(root, 'actions', name, 'action.yml')),
);
const metadata = new Map(actions.map((name) => [name, readActionMetadata(name)]));
const problems: string[] = [];

for (const [name, action] of metadata) {
  const file = path.join(root, 'actions', name, 'README.md');
  const written = readFileSync(file, 'utf8');
  const filled = fillTables(written, action);
  if (filled === written) continue;
  if (checking) problems.push(`actions/${name}/README.md: its tables are not those of action.yml. Run "node tools/readme.ts".`);
  else writeFileSync(file, filled);
}

const markdownUnder = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
    .map((name) => path.join(folder, name));

const pages = [
  ...['README.md'].filter((name) => existsSync(path.join(root, name))),
  ...['actions', 'docs', 'examples'].flatMap(markdownUnder),
];
for (const page of pages) {
  problems.push(...exampleProblems(readFileSync(path.join(root, page), 'utf8'), metadata).map((problem) => `${page}:${problem}`));
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`${metadata.size} actions and ${pages.length} pages agree`);
