// Fills the tables of docs/doctor.md from the checks themselves; with --check, writes nothing and fails where a table is stale.
// Usage: node tools/doctor-docs.ts [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { doctorTables } from './docs/doctor-tables.ts';

const file = path.resolve(import.meta.dirname, '../docs/doctor.md');
const page = readFileSync(file, 'utf8');
const tables = doctorTables();
const filled = [...tables].reduce((text, [name, table]) => {
  const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
  if (!place.test(text)) throw new Error(`docs/doctor.md has no place for the table "${name}" (<!-- ${name} -->)`);
  return text.replace(place, (_, open: string, close: string) => `${open}\n${table}\n\n${close}`);
}, page);

if (filled === page) {
  console.log(`${tables.size} tables of docs/doctor.md are those of the checks`);
} else if (process.argv.includes('--check')) {
  console.error('docs/doctor.md: its tables are not those of the checks. Run "node tools/doctor-docs.ts".');
  process.exitCode = 1;
} else {
  writeFileSync(file, filled);
  console.log('wrote docs/doctor.md');
}
