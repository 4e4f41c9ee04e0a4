// Fills the tables of docs/evidence-format.md from the schemas that records are checked against; with --check, writes nothing and fails
// where a table is stale. Usage: node tools/evidence-docs.ts [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commonBlock } from '../packages/core/src/evidence/common-block.ts';
import { EVIDENCE_KINDS, KINDS } from '../packages/core/src/evidence/kinds.ts';
import { fieldTable } from './docs/field-table.ts';
import { grammarTable } from './docs/grammar-table.ts';

const core = path.resolve(import.meta.dirname, '../packages/core/src');
const VOCABULARY = [
  'facts/words.ts',
  'evidence/words.ts',
  'evidence/kinds/policy-decision.ts',
  'evidence/kinds/record-refused.ts',
];
const file = path.resolve(import.meta.dirname, '../docs/evidence-format.md');
const page = readFileSync(file, 'utf8');
const tables = new Map([
  ['common', fieldTable(commonBlock)],
  ...EVIDENCE_KINDS.map((kind) => [kind, fieldTable(KINDS[kind].fields)] as const),
]);
tables.set(
  'words',
  grammarTable(
    VOCABULARY.map((name) => readFileSync(path.join(core, name), 'utf8')),
    [...tables.values()].join('\n'),
  ),
);

const seen = new Set<string>();
const filled = page.replace(
  /(<!-- fields ([a-z.]+) -->\n)[^]*?(<!-- \/fields -->)/g,
  (_, open: string, name: string, close: string) => {
    const table = tables.get(name);
    if (table === undefined) throw new Error(`docs/evidence-format.md has a table for "${name}", which is no kind`);
    seen.add(name);
    return `${open}\n${table}\n\n${close}`;
  },
);

const missing = [...tables.keys()].filter((name) => !seen.has(name));
if (missing.length > 0) {
  console.error(`docs/evidence-format.md has no table (<!-- fields … -->) for ${missing.join(', ')}`);
  process.exitCode = 1;
} else if (filled === page) {
  console.log(`${tables.size} tables of docs/evidence-format.md are those of the schemas`);
} else if (process.argv.includes('--check')) {
  console.error('docs/evidence-format.md: its tables are not those of the schemas. Run "node tools/evidence-docs.ts".');
  process.exitCode = 1;
} else {
  writeFileSync(file, filled);
  console.log('wrote docs/evidence-format.md');
}
