// Fills docs/attacks.md from the declared attacks; with --check, writes nothing and fails where the page is stale.
// Usage: node tools/attack-docs.ts [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attacksPage } from './docs/attacks-page.ts';

const file = path.resolve(import.meta.dirname, '../docs/attacks.md');
const page = readFileSync(file, 'utf8');
const PLACE = /(<!-- attacks -->\n)[^]*(<!-- \/attacks -->)/;
if (!PLACE.test(page)) throw new Error('docs/attacks.md has no place for its tables (<!-- attacks -->)');
const filled = page.replace(PLACE, (_, open: string, close: string) => `${open}\n${attacksPage()}\n\n${close}`);

if (filled === page) {
  console.log('docs/attacks.md is what the attacks declare');
} else if (process.argv.includes('--check')) {
  console.error('docs/attacks.md is not what the attacks declare. Run "node tools/attack-docs.ts".');
  process.exitCode = 1;
} else {
  writeFileSync(file, filled);
  console.log('wrote docs/attacks.md');
}
