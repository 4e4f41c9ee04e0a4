import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { shellWord } from './shell-word.ts';

it.each([
  'file:./ledger',
  's3://example-evidence/ledger?region=eu-central-1&owner=111122223333',
  "file:./auditor's $(touch copies) `id`; ls",
  'file:./~/*',
  '',
])('%s reaches the program as it stands on the page', (text) => {
  expect(spawnSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' }).stdout).toBe(text);
});
