import { expect, it } from '@jest/globals';
import { textOf } from './hcl-files.ts';
import { ROLES } from './shipped-account.ts';

const readme = textOf('README.md');

it('the page explains every variable', () => {
  const variables = [...textOf('variables.tf').matchAll(/^variable "(\w+)"/gm)].map(([, name = '']) => name);
  const table = readme.split('## Variables')[1]?.split('## Roles')[0] ?? '';
  expect(variables.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
});

it('the page says of every role what it may do', () => {
  const rows = [...readme.matchAll(/^\| (\w+)(?:,[^|]*)? \|/gm)].map(([, name]) => name);
  expect(ROLES.filter((role) => !rows.includes(role))).toEqual([]);
});
