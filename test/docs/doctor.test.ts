import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { doctorTables } from '../../tools/docs/doctor-tables.ts';

it.each([...doctorTables()])('docs/doctor.md lists every check: %s', (name, table) => {
  expect(readFileSync('docs/doctor.md', 'utf8')).toContain(`<!-- ${name} -->\n\n${table}\n\n<!-- /${name} -->`);
});
